/**
 * Synthetic people: adults rendered from a mesh, so that nobody has to lend a face.
 *
 * <p>In: an {@link doppel.actor.ActorRecipe}. Out: an {@link doppel.actor.Actor} who can be pictured at any
 * {@link doppel.actor.Moment}, with exact labels; a clip of a {@link doppel.actor.Performance} with sound; and
 * {@link doppel.actor.ActorClip}, the two who ship with Doppel, with the consent that they carry.
 *
 * <ol>
 *   <li>One mesh of a head, bent by sliders: {@code HeadData}, {@code Sliders}, {@code PersonShape}.
 *   <li>Made finer, painted, with hair: {@code FineMesh}, {@code SkinPainter}, {@code HairGrower}.
 *   <li>Expression, gaze, turn of the head: {@code Rig}; light and film: {@link doppel.render}.
 *   <li>Motion and sound of a clip: {@code Performance}, {@code Speech}, {@code Take}.
 *   <li>Truth, faults and crowds: {@code TruthFiles}, {@code DirtyClip}, {@code Crowd}.
 * </ol>
 *
 * <p>Book: chapter 3, "Sourcing data"; chapter 2 is the reason why these people are not real.
 */
package doppel.actor;

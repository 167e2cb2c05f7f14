/**
 * Synthetic people: adults rendered from a mesh, so that nobody has to lend a face.
 *
 * <p>In: the samples that ship with Doppel. Out: an {@link doppel.actor.Actor} with a clip, exact labels and the consent
 * that it carries.
 *
 * <p>Book: chapter 3, "Sourcing data"; chapter 2 is the reason why these people are not real.
 */
package doppel.actor;

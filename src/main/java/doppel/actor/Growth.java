package doppel.actor;

import doppel.render.Strands;

/** Hair that has grown on a person once and goes with each pose. */
sealed interface Growth permits RigidGrowth, BoundGrowth, LashGrowth {

    /** Where the hairs are on the posed head. */
    Strands pose(PosedHead head);
}

package doppel.clean;

import doppel.extract.FaceRecord;

/**
 * A face that cannot be used, because its picture, its mask or its record is broken.
 *
 * @param reason one sentence with the file and what is wrong with it
 */
public record DamagedFace(FaceRecord face, String reason) {}

package doppel.extract;

import doppel.align.AlignedFace;
import doppel.align.HeadPose;
import doppel.detect.DetectedFace;
import doppel.geometry.Similarity;
import doppel.image.Mask;
import doppel.landmark.Landmarks;

/**
 * One face of one frame after the four steps: detected, landmarked, aligned, masked.
 *
 * <p>Book: chapter 5, the extractor's loop over faces.
 *
 * @param detected the first step's answer
 * @param landmarks the second's, in frame pixels
 * @param toFaceUnits from frame pixels to face units
 * @param pose degrees
 * @param aligned the third step's answer
 * @param mask the fourth's, of the aligned picture's size: 1 where the face is
 */
public record FoundFace(
        DetectedFace detected,
        Landmarks landmarks,
        Similarity toFaceUnits,
        HeadPose pose,
        AlignedFace aligned,
        Mask mask) {}

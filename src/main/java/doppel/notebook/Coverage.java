package doppel.notebook;

import doppel.align.HeadPose;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which steps of the script have been seen often enough. */
final class Coverage {

    private final Map<ScriptStep, Integer> seen = new EnumMap<>(ScriptStep.class);
    private final List<HeadPose> front = new ArrayList<>();

    /** A face was seen while {@code step} was asked for. */
    synchronized void add(ScriptStep step, HeadPose pose) {
        if (step.isShownBy(pose, front())) {
            seen.merge(step, 1, Integer::sum);
            if (step == ScriptStep.FRONT) {
                front.add(pose);
            }
        }
    }

    /** Of each step in order, 0 to 1. */
    synchronized List<Double> shares() {
        return Stream.of(ScriptStep.values())
                .map(step -> Math.min(1, seen.getOrDefault(step, 0) / (double) ScriptStep.ENOUGH))
                .toList();
    }

    private HeadPose front() {
        return new HeadPose(
                front.stream().mapToDouble(HeadPose::yaw).average().orElse(0),
                front.stream().mapToDouble(HeadPose::pitch).average().orElse(0),
                front.stream().mapToDouble(HeadPose::roll).average().orElse(0));
    }
}

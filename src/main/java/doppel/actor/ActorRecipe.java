package doppel.actor;

import doppel.compute.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that makes a synthetic person, so that the same file gives the same person everywhere.
 *
 * <p>Colors are written as {@code #rrggbb} in sRGB, as a painter's palette shows them.
 *
 * <p>Book: chapter 3, "Sourcing data".
 *
 * @param name small letters, digits and hyphens: {@code actor-a}
 * @param seed of everything small: pores, freckles, single hairs, asymmetry
 * @param body build and age
 * @param sliders -1 to 1 by name of {@link Sliders#names()}; absent is 0
 * @param asymmetry 0 a mirror image, .3 a face as people have it, 1 much
 * @param skin of the face
 * @param eyes iris
 * @param hair of the head, brows and beard
 * @param clothes what covers the shoulders
 * @param room what is behind
 */
public record ActorRecipe(
        String name,
        long seed,
        Body body,
        Map<String, Double> sliders,
        double asymmetry,
        Skin skin,
        Eyes eyes,
        Hair hair,
        Clothes clothes,
        Room room) {

    private static final List<String> PRESETS = List.of("a", "b", "c");

    /**
     * Build and age. There are adults only: the shapes of children are not in the data.
     *
     * @param feminine 0 male to 1 female
     * @param years 38 to 90 on the scale of the head's data, whose young shapes stand for 25 and whose old ones for 90
     * @param african share of three looks of the base mesh; the three are divided by their sum
     * @param asian see african
     * @param caucasian see african
     * @param muscle 0 to 1
     * @param weight 0 lean to 1 heavy
     */
    public record Body(
            double feminine,
            double years,
            double african,
            double asian,
            double caucasian,
            double muscle,
            double weight) {

        /**
         * @throws IllegalArgumentException if a number is out of range
         */
        public Body {
            share("feminine", feminine);
            if (!(years >= 38 && years <= 90)) {
                throw new IllegalArgumentException(
                        "years must be 38 to 90, got %s; adults only: 38 at least".formatted(years));
            }
            if (!(african >= 0 && asian >= 0 && caucasian >= 0 && african + asian + caucasian > 0)) {
                throw new IllegalArgumentException(
                        "african, asian and caucasian must be 0 or more and not all 0, got %s, %s, %s; try 0, 0, 1"
                                .formatted(african, asian, caucasian));
            }
            share("muscle", muscle);
            share("weight", weight);
        }
    }

    /**
     * What is painted on the skin.
     *
     * @param tone mean color of the cheek, such as {@code #d8a68a}
     * @param lips color of the lips
     * @param blush 0 to 1: red of cheeks, nose and ears
     * @param freckles 0 none to 1 many
     * @param lines 0 smooth to 1: lines of forehead, eyes and mouth
     */
    public record Skin(String tone, String lips, double blush, double freckles, double lines) {

        /**
         * @throws IllegalArgumentException if a number is out of range or a color is none
         */
        public Skin {
            LinearColor.of(tone);
            LinearColor.of(lips);
            share("blush", blush);
            share("freckles", freckles);
            share("lines", lines);
        }
    }

    /**
     * What the eyes look like.
     *
     * @param iris color
     * @param size .8 to 1.2; 1 is the usual iris
     */
    public record Eyes(String iris, double size) {

        /**
         * @throws IllegalArgumentException if the size is out of range or the color is none
         */
        public Eyes {
            LinearColor.of(iris);
            range("size of the eyes", size, .8, 1.2);
        }
    }

    /**
     * What grows on the head and the face.
     *
     * @param style of the hair on the head
     * @param color of hair
     * @param gray share of gray hairs, 0 to 1
     * @param brows 0 thin to 1 bushy
     * @param beard on the cheeks and chin
     */
    public record Hair(Style style, String color, double gray, double brows, Beard beard) {

        /**
         * @throws IllegalArgumentException if a number is out of range, the color is none, or style or beard is missing
         */
        public Hair {
            if (style == null || beard == null) {
                throw new IllegalArgumentException("hair needs a style of %s and a beard of %s"
                        .formatted(List.of(Style.values()), List.of(Beard.values())));
            }
            LinearColor.of(color);
            share("gray", gray);
            share("brows", brows);
        }
    }

    /** How the hair of the head is worn. */
    public enum Style {
        CROPPED,
        SIDE_PARTED,
        TIED_BACK,
        CURLY
    }

    /** How the beard is worn. */
    public enum Beard {
        SHAVEN,
        STUBBLE,
        FULL
    }

    /**
     * @param color of the cloth
     * @param stripes a striped knit
     */
    public record Clothes(String color, boolean stripes) {

        /**
         * @throws IllegalArgumentException if the color is none
         */
        public Clothes {
            LinearColor.of(color);
        }
    }

    /**
     * @param wall color of what is behind
     * @param glow color of the blurred lamps and windows on it
     */
    public record Room(String wall, String glow) {

        /**
         * @throws IllegalArgumentException if a color is none
         */
        public Room {
            LinearColor.of(wall);
            LinearColor.of(glow);
        }
    }

    /**
     * @throws IllegalArgumentException if the name is bad, a slider is unknown or out of range, or a section is missing
     */
    public ActorRecipe {
        if (name == null || !name.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException(
                    "name must be 1 to 40 small letters, digits and hyphens, got \"%s\"; try actor-a".formatted(name));
        }
        if (body == null || skin == null || eyes == null || hair == null || clothes == null || room == null) {
            throw new IllegalArgumentException(
                    "%s needs body, skin, eyes, hair, clothes and room; start from a preset".formatted(name));
        }
        sliders = Collections.unmodifiableMap(new TreeMap<>(sliders == null ? Map.of() : sliders));
        sliders.forEach(ActorRecipe::checkSlider);
        share("asymmetry", asymmetry);
    }

    /**
     * An actor that ships with Doppel.
     *
     * @param letter {@code a}, {@code b} or {@code c}
     * @throws IllegalArgumentException if there is no such actor
     */
    public static ActorRecipe preset(String letter) {
        if (!PRESETS.contains(letter)) {
            throw new IllegalArgumentException(
                    "no actor is called \"%s\": choose one of %s".formatted(letter, PRESETS));
        }
        try (var in = ActorRecipe.class.getResourceAsStream("actor-" + letter + ".json")) {
            return Json.mapper().readValue(in, ActorRecipe.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "the recipe of actor " + letter + " is broken: build the project anew", broken);
        }
    }

    /** An adult who exists nowhere else: the same for the same seed. */
    public static ActorRecipe random(long seed) {
        return new RecipeDice(seed).recipe();
    }

    /** The same person under another name. */
    public ActorRecipe withName(String name) {
        return new ActorRecipe(name, seed, body, sliders, asymmetry, skin, eyes, hair, clothes, room);
    }

    /**
     * The same person with one slider set, the others as they are.
     *
     * @param slider one of {@link Sliders#names()}
     * @param amount -1 to 1; 0 is the plain shape
     * @throws IllegalArgumentException if there is no such slider, or the amount is out of range
     */
    public ActorRecipe withSlider(String slider, double amount) {
        var changed = new TreeMap<>(sliders);
        changed.put(slider, amount);
        return new ActorRecipe(name, seed, body, changed, asymmetry, skin, eyes, hair, clothes, room);
    }

    private static void checkSlider(String slider, Double amount) {
        if (!Sliders.knows(slider)) {
            throw new IllegalArgumentException(
                    "no slider is called \"%s\": did you mean %s?".formatted(slider, Sliders.nearest(slider)));
        }
        range(slider, amount == null ? Double.NaN : amount, Sliders.least(slider), 1);
    }

    private static void share(String name, double value) {
        range(name, value, 0, 1);
    }

    private static void range(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s must be %s to %s, got %s; try %s".formatted(name, least, most, value, (least + most) / 2));
        }
    }
}

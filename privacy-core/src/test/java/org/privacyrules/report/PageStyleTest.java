package org.privacyrules.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The colours are those of the style sheet itself; the arithmetic is that of WCAG 2.2. */
class PageStyleTest {

    private static final double TEXT = 4.5;
    private static final double FOCUS = 3.0;

    private static final List<String> TEXTS = List.of("ink", "muted", "link", "visited");
    private static final List<String> GROUNDS = List.of("paper", "shade");

    private static Map<String, String> colours(String scheme) {
        Map<String, String> colours = new HashMap<>();
        Matcher root = Pattern.compile(":root \\{([^}]*)}").matcher(scheme);
        assertTrue(root.find());
        Matcher each = Pattern.compile("--(\\w+): (#[0-9a-f]{6});").matcher(root.group(1));
        while (each.find()) {
            colours.put(each.group(1), each.group(2));
        }
        return colours;
    }

    private static Map<String, Map<String, String>> schemes() {
        String dark = PageStyle.CSS.substring(PageStyle.CSS.indexOf("(prefers-color-scheme: dark)"));
        String print = PageStyle.CSS.substring(PageStyle.CSS.indexOf("@media print"));
        return Map.of("light", colours(PageStyle.CSS), "dark", colours(dark), "print", colours(print));
    }

    private static double channel(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double luminance(String hex) {
        return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
    }

    private static double contrast(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    @Test
    void the_arithmetic_is_right() {
        assertEquals(21.0, contrast("#000000", "#ffffff"), 0.001);
        assertEquals(4.54, contrast("#767676", "#ffffff"), 0.005);
        assertEquals(1.0, contrast("#123456", "#123456"), 0.001);
    }

    private static double contrast(Map<String, String> colours, String one, String other) {
        return contrast(colours.getOrDefault(one, ""), colours.getOrDefault(other, ""));
    }

    @Test
    void every_text_can_be_read_on_every_ground_in_light_in_dark_and_on_paper() {
        schemes()
                .forEach((scheme, colours) -> TEXTS.forEach(text -> GROUNDS.forEach(ground -> {
                    double found = contrast(colours, text, ground);
                    assertTrue(found >= TEXT, scheme + ": " + text + " on " + ground + " has " + found);
                })));
    }

    @Test
    void the_focus_is_seen_on_every_ground() {
        schemes()
                .forEach((scheme, colours) -> GROUNDS.stream()
                        .filter(ground -> !scheme.equals("print"))
                        .forEach(ground -> assertTrue(contrast(colours, "focus", ground) >= FOCUS, scheme)));
    }

    @Test
    void no_rule_has_a_colour_that_is_not_named() {
        String rules = PageStyle.CSS.replaceAll("--\\w+: #[0-9a-f]{6};", "");
        assertFalse(Pattern.compile("#[0-9a-fA-F]{3}|rgb|hsl|:\\s*(white|black)")
                .matcher(rules)
                .find());
        Matcher used = Pattern.compile("var\\(--(\\w+)\\)").matcher(rules);
        while (used.find()) {
            assertTrue(colours(PageStyle.CSS).containsKey(used.group(1)), used.group(1));
        }
    }

    @Test
    void the_style_reads_the_same_as_html_and_as_xml() {
        assertFalse(Pattern.compile("[<&\\\\\r]|]]>|[^\\x00-\\x7f]")
                .matcher(PageStyle.CSS)
                .find());
    }
}

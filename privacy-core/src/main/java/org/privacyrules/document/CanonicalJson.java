package org.privacyrules.document;

import java.util.Map;
import java.util.regex.Pattern;
import org.privacyrules.failure.InvalidInputException;

/**
 * The canonical form of RFC 8785 (JCS), over which hashes are taken: members sorted by UTF-16 code units, no white space,
 * shortest escapes. Of numbers it knows whole ones up to 2<sup>53</sup> - 1 either way, which are written alike everywhere.
 */
public final class CanonicalJson {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]{0,15})");
    private static final long GREATEST = (1L << 53) - 1;

    private CanonicalJson() {}

    /**
     * An object of strings.
     *
     * @param members names and values; half a surrogate pair stands in the text as it is, and is no RFC 8785 any more
     * @return JSON
     */
    public static String of(Map<String, String> members) {
        JsonText text = JsonText.canonical();
        text.texts(members);
        return text.toString();
    }

    /**
     * A tree.
     *
     * @throws InvalidInputException if there is a null, a number that is not whole or too great, or half a surrogate pair
     */
    static String of(Node root) {
        require(root);
        JsonText text = JsonText.canonical();
        text.node(root);
        return text.toString();
    }

    private static void require(Node node) {
        if (node instanceof Node.Mapping mapping) {
            mapping.members().forEach((name, member) -> {
                requireWellFormed(name);
                require(member.value());
            });
        } else if (node instanceof Node.Elements list) {
            list.elements().forEach(CanonicalJson::require);
        } else if (node instanceof Node.Scalar scalar) {
            require(scalar);
        }
    }

    private static void require(Node.Scalar scalar) {
        switch (scalar.kind()) {
            case TEXT -> requireWellFormed(scalar.text());
            case NUMBER -> requireWhole(scalar.text());
            case NULL -> throw new InvalidInputException("A canonical document holds no null: leave the member out");
            default -> {
                return;
            }
        }
    }

    private static void requireWhole(String number) {
        if (!WHOLE_NUMBER.matcher(number).matches() || Math.abs(Long.parseLong(number)) > GREATEST) {
            throw new InvalidInputException("The numbers of a canonical document are whole and no greater than "
                    + GREATEST + " either way: write others as texts");
        }
    }

    private static void requireWellFormed(String text) {
        boolean wellFormed = text.codePoints()
                .noneMatch(character -> character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
        if (!wellFormed) {
            throw new InvalidInputException("A canonical document holds no half of a surrogate pair: remove it");
        }
    }
}

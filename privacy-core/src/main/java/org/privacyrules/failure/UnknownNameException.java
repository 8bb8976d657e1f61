package org.privacyrules.failure;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A name that the policy does not declare. The message offers the nearest declared name, or all of them. */
public final class UnknownNameException extends PrivacyException {

    private static final long serialVersionUID = 1L;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private static final int LISTED_AT_MOST = 12;

    private UnknownNameException(String code, String message) {
        super(code, message);
    }

    /**
     * Creates an exception with the code {@code UNKNOWN_} and the kind, such as {@code UNKNOWN_PURPOSE}.
     *
     * @param kind what the name should have been, such as {@code "purpose"}
     * @param name the name that was asked for
     * @param declared the names that exist
     * @return an exception whose message names the remedy
     */
    public static UnknownNameException of(String kind, String name, Collection<String> declared) {
        String remedy = NearestName.of(name, declared)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElseGet(() -> declared.isEmpty() ? "none is declared" : "declared are " + listed(declared));
        return new UnknownNameException(
                "UNKNOWN_" + kind.toUpperCase(java.util.Locale.ROOT).replace(' ', '_'),
                "The policy declares no " + kind + " " + shown(name) + ": " + remedy);
    }

    /** Only what looks like a name is repeated: anything else may be a person's, or a forged line of a log. */
    private static String shown(String name) {
        return NAME.matcher(name).matches()
                ? "\"" + name + "\""
                : "of that name (not shown, it is no name of a policy)";
    }

    private static String listed(Collection<String> declared) {
        String first = declared.stream().sorted().limit(LISTED_AT_MOST).collect(Collectors.joining(", "));
        return declared.size() > LISTED_AT_MOST
                ? first + " and " + (declared.size() - LISTED_AT_MOST) + " more"
                : first;
    }
}

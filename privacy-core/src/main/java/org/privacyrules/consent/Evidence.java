package org.privacyrules.consent;

import java.util.Optional;
import java.util.regex.Pattern;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.policy.ContentHash;
import org.privacyrules.subject.Actor;

/**
 * How a subject's act came about, to be able to demonstrate it (Art. 7(1) GDPR). The text that was shown is kept as its hash
 * only: the policy has the text.
 *
 * @param channel through which channel
 * @param source where in it: the host's key of a form, letter or call; at most 100 of {@code a-z A-Z 0-9 . _ : / -}
 * @param shownText the hash of the exact text that was shown; needed to give a consent, not to refuse or withdraw
 * @param actor who acted
 */
public record Evidence(Channel channel, String source, Optional<ContentHash> shownText, Actor actor) {

    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");

    /** Through which channel somebody acted. */
    public enum Channel {
        /** A form on a web page. */
        WEB_FORM,
        /** An app. */
        APP,
        /** A link or an answer in an e-mail. */
        EMAIL,
        /** A telephone call. */
        PHONE,
        /** A paper. */
        PAPER,
        /** A signal that software sends by itself. */
        SIGNAL,
        /** Another system's records. */
        IMPORT
    }

    public Evidence {
        if (!SOURCE.matcher(source).matches()) {
            throw new InvalidInputException(
                    "evidence source: 1 to 100 of a-z A-Z 0-9 . _ : / - are allowed, a key and not a text");
        }
    }

    /**
     * A form on a web page that showed a text.
     *
     * @param source the host's key of the form
     * @param shownText the exact text that the person saw
     * @param actor who acted
     * @return the evidence
     */
    public static Evidence webForm(String source, String shownText, Actor actor) {
        return of(Channel.WEB_FORM, source, actor).showing(shownText);
    }

    /**
     * An act without a text: enough to refuse, withdraw or object.
     *
     * @param channel through which channel
     * @param source the host's key of the form, letter or call
     * @param actor who acted
     * @return the evidence
     */
    public static Evidence of(Channel channel, String source, Actor actor) {
        return new Evidence(channel, source, Optional.empty(), actor);
    }

    /**
     * This evidence with the text that was shown.
     *
     * @param text the exact text that the person saw, as the policy has it
     * @return new evidence
     */
    public Evidence showing(String text) {
        return new Evidence(channel, source, Optional.of(ContentHash.of(text)), actor);
    }
}

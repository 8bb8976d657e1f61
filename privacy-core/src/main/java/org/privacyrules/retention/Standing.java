package org.privacyrules.retention;

/** Whether a purpose justifies keeping a category of a subject's data, or why not. The names are stable codes. */
public enum Standing {
    /** It justifies. */
    STANDS("stands"),
    /** Its retention term is over (Art. 5(1)(e) GDPR). */
    TERM_OVER("its term is over"),
    /** The data have reached the greatest age that their category allows. */
    TOO_OLD("the data have reached their greatest age"),
    /** Consent was withdrawn (Art. 7(3) GDPR). */
    WITHDRAWN("consent was withdrawn"),
    /** The subject objected (Art. 21 GDPR). */
    OBJECTED("the person objected"),
    /** The subject said no when asked. */
    REFUSED("the person said no"),
    /** The consent's validity has passed. */
    EXPIRED("the consent's validity has passed"),
    /** The consent was to another version of the text. */
    OUTDATED("the consent was to another version of the text"),
    /** A later version of the policy does without the purpose, or without this category for it. */
    LEFT_POLICY("a later version of the policy does without it"),
    /** The category is kept of subjects of other countries or in other relations only. */
    NOT_COVERED("it is kept of other people only"),
    /** It never began: no relation, consent or event that carries it is known. */
    NOT_BEGUN("it never began");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    /**
     * The reason in words, as part of a sentence.
     *
     * @return such as {@code its term is over}
     */
    public String words() {
        return words;
    }

    /**
     * Whether the purpose has justified keeping, now or before.
     *
     * @return false if it never did
     */
    public boolean hasBegun() {
        return this != NOT_COVERED && this != NOT_BEGUN;
    }
}

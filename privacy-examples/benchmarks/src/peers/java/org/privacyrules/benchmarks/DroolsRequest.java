package org.privacyrules.benchmarks;

/** One question with what the rules look at. Public because the compiled rules live in a package of their own. */
public final class DroolsRequest {

    private final String purpose;
    private final String category;
    private final boolean related;
    private final boolean yes;
    private final boolean no;
    private boolean permitted;

    DroolsRequest(String purpose, String category, boolean related, boolean yes, boolean no) {
        this.purpose = purpose;
        this.category = category;
        this.related = related;
        this.yes = yes;
        this.no = no;
    }

    /** For which purpose. */
    public String getPurpose() {
        return purpose;
    }

    /** With which category. */
    public String getCategory() {
        return category;
    }

    /** Whether a relation stands that carries the purpose. */
    public boolean isRelated() {
        return related;
    }

    /** Whether the subject consented. */
    public boolean isYes() {
        return yes;
    }

    /** Whether the subject said no. */
    public boolean isNo() {
        return no;
    }

    /** Called by a rule. */
    public void permit() {
        permitted = true;
    }

    boolean permitted() {
        return permitted;
    }
}

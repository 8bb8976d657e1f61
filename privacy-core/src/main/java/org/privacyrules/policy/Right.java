package org.privacyrules.policy;

/** What a person may ask for (Art. 7(3) and 15-22 GDPR). */
public enum Right {
    /** To learn what is held, and to get a copy (Art. 15). */
    ACCESS,
    /** To have errors corrected (Art. 16). */
    RECTIFICATION,
    /** To be forgotten (Art. 17). */
    ERASURE,
    /** To have data kept but not used (Art. 18). */
    RESTRICTION,
    /** To take data along (Art. 20). */
    PORTABILITY,
    /** To object (Art. 21). */
    OBJECTION,
    /** To withdraw consent (Art. 7(3)). */
    WITHDRAWAL
}

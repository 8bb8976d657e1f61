package org.privacyrules.examples.glesys;

import org.privacyrules.policy.ConsentText;

/** The questions that the company asks, in the languages of its customers. */
final class ConsentTexts {

    static final ConsentText USAGE_TRACKING = ConsentText.of(
                    1,
                    "en",
                    "May we follow how you use our pages and services, with cookies, and share what we see with the"
                            + " marketing tools that we use? You can say no, and change your mind at any time.")
            .and(
                    "sv",
                    "Får vi följa hur du använder våra sidor och tjänster, med kakor, och dela det vi ser med de"
                            + " marknadsföringsverktyg vi använder? Du kan säga nej och ändra dig när du vill.");

    static final ConsentText NEWSLETTER = ConsentText.of(
                    1, "en", "May we send you our newsletter by e-mail? Every issue has a link to leave the list.")
            .and("sv", "Får vi skicka vårt nyhetsbrev till dig? I varje utskick finns en länk för att lämna listan.");

    private ConsentTexts() {}
}

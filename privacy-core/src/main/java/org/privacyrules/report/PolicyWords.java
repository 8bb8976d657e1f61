package org.privacyrules.report;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.privacyrules.calendar.Periods;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.policy.DataCategory;
import org.privacyrules.policy.LawfulBasis;
import org.privacyrules.policy.LocalText;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.Purpose;
import org.privacyrules.policy.Recipient;
import org.privacyrules.policy.RetentionEvent;
import org.privacyrules.policy.RetentionRule;
import org.privacyrules.policy.RetentionRule.Variant;
import org.privacyrules.policy.Safeguard;
import org.privacyrules.policy.SpecialCondition;
import org.privacyrules.policy.SubjectKind;

/** What a policy says, in the words of one of its languages. */
final class PolicyWords {

    private final Map<String, RetentionEvent> events;
    private final Map<String, SubjectKind> subjectKinds;
    private final Locale locale;
    private final PageLanguage language;
    private final LanguageTexts words;

    private PolicyWords(PrivacyPolicy policy, Locale locale, DocumentTexts texts) {
        this.events = policy.events();
        this.subjectKinds = policy.subjectKinds();
        this.locale = locale;
        this.language = DocumentTexts.language(locale);
        this.words = texts.words(language);
    }

    /** In the policy's own language that is nearest to the wanted one, else in its first. */
    static PolicyWords of(PrivacyPolicy policy, Locale wanted, DocumentTexts texts) {
        return new PolicyWords(policy, nearest(policy.languages(), wanted), texts);
    }

    private static Locale nearest(List<String> languages, Locale wanted) {
        List<Locale> spoken = languages.stream().map(Locale::forLanguageTag).toList();
        return spoken.stream()
                .filter(wanted::equals)
                .findFirst()
                .or(() -> spoken.stream()
                        .filter(each -> each.getLanguage().equals(wanted.getLanguage()))
                        .findFirst())
                .orElse(spoken.get(0));
    }

    PageLanguage language() {
        return language;
    }

    /** A text of the document, with each name of a place followed by what goes there. */
    String text(String key, String... filled) {
        return words.text(key, filled);
    }

    /** The text for one of the values that a policy can choose from. */
    String text(String group, Enum<?> value) {
        return text(key(group, value));
    }

    static String key(String group, Enum<?> value) {
        return group + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Phrase phrase(String key, String place, Phrase filled) {
        return words.phrase(key, place, filled);
    }

    Phrase phrase(String key, Map<String, Phrase> places) {
        return words.phrase(key, places);
    }

    /** A text of the policy. */
    String said(LocalText text) {
        return text.forLocale(locale);
    }

    /** A text of the policy that begins a line. */
    String title(LocalText text) {
        return capital(said(text));
    }

    static String capital(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + text.substring(Character.charCount(first));
    }

    /** Without the full stop with which a text of the policy may end. */
    static String clause(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    static String sentence(String text) {
        return text.isEmpty() || text.endsWith(".") || text.endsWith("?") || text.endsWith("!")
                ? capital(text)
                : capital(text) + ".";
    }

    String country(String code) {
        return words.known("country." + code).orElse(code);
    }

    String countries(Collection<String> codes) {
        return listed(codes.stream().sorted().map(this::country).toList());
    }

    /** Names joined as in a sentence. */
    String listed(List<String> names) {
        return joined("list.last", names);
    }

    private String joined(String key, List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        int last = names.size() - 1;
        return text(key, "names", String.join(", ", names.subList(0, last)), "last", names.get(last));
    }

    String date(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale()).format(day);
    }

    String day(MonthDay day) {
        return DateTimeFormatter.ofPattern("d MMMM", language.locale()).format(day);
    }

    String period(Period period) {
        return Periods.inWords(period, language.locale());
    }

    /** A phrase such as {@code until 3 months after the contract ended}. */
    String term(RetentionTerm term) {
        return term.words(locale, this::event);
    }

    /** How long a purpose keeps a category, with the category's maximum age. */
    String until(Purpose purpose, DataCategory category) {
        RetentionRule rule = Optional.ofNullable(purpose.retention().get(category.name()))
                .orElseThrow(() -> new IllegalStateException("a policy keeps each category for a term"));
        return kept(
                rule,
                term -> category.maximumAge()
                        .map(age -> text("term.at-most", "term", term, "age", period(age)))
                        .orElse(term));
    }

    /** Its term, then that of each variant with for whom it is. */
    String kept(RetentionRule rule) {
        return kept(rule, UnaryOperator.identity());
    }

    private String kept(RetentionRule rule, UnaryOperator<String> limited) {
        List<String> terms = new ArrayList<>();
        terms.add(limited.apply(term(rule.term())));
        rule.variants()
                .forEach(variant -> terms.add(
                        text("variant.term", "people", people(variant), "term", limited.apply(term(variant.term())))));
        return String.join("; ", terms);
    }

    /** A phrase such as {@code for people in Germany}. */
    String people(Variant variant) {
        String lands =
                either(variant.countries().stream().sorted().map(this::country).toList());
        String relations = either(subjectKinds.values().stream()
                .filter(kind -> variant.subjectKinds().contains(kind.name()))
                .map(kind -> clause(said(kind.description())))
                .toList());
        if (variant.subjectKinds().isEmpty()) {
            return text("variant.countries", "countries", lands);
        }
        return variant.countries().isEmpty()
                ? text("variant.kinds", "kinds", relations)
                : text("variant.both", "countries", lands, "kinds", relations);
    }

    private String either(List<String> names) {
        return joined("list.or", names);
    }

    /** A term without saying which event starts it. */
    String rule(RetentionTerm term) {
        return term.words(locale, event -> text("event.any"));
    }

    String event(String name) {
        return Optional.ofNullable(events.get(name))
                .map(event -> clause(said(event.description())))
                .orElse(name);
    }

    /** Why a purpose is lawful, told to the person concerned. */
    String basis(LawfulBasis basis) {
        if (basis instanceof LawfulBasis.Consent) {
            return text("basis.consent");
        } else if (basis instanceof LawfulBasis.Contract) {
            return text("basis.contract");
        } else if (basis instanceof LawfulBasis.LegalObligation obligation) {
            return text("basis.legal-obligation", "citation", clause(obligation.citation()));
        } else if (basis instanceof LawfulBasis.VitalInterests interests) {
            return text("basis.vital-interests", "situation", clause(interests.situation()));
        } else if (basis instanceof LawfulBasis.PublicTask task) {
            return text("basis.public-task", "citation", clause(task.citation()));
        }
        LawfulBasis.LegitimateInterests interests = (LawfulBasis.LegitimateInterests) basis;
        return text("basis.legitimate-interests", "interest", clause(said(interests.interest())));
    }

    String condition(SpecialCondition condition) {
        String words = text("condition", condition.kind());
        return condition.support().isBlank() ? words : words + ": " + clause(condition.support());
    }

    String role(Recipient.Role role) {
        return text("role", role);
    }

    String safeguard(Safeguard.Kind kind) {
        return text("safeguard", kind);
    }
}

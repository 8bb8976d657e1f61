package org.privacyrules.policy;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.privacyrules.policy.DataCategory.Identifiability;
import org.privacyrules.policy.DataCategory.Provision;
import org.privacyrules.policy.DataCategory.Sensitivity;
import org.privacyrules.policy.DataCategory.Source;

/** Describes one category of data. Unless told otherwise it is ordinary, names the person, was provided, and is required. */
public final class CategoryBuilder {

    private final String name;
    private LocalText description = LocalText.NONE;
    private final List<LocalText> attributes = new ArrayList<>();
    private Sensitivity sensitivity = Sensitivity.ORDINARY;
    private LocalText justification = LocalText.NONE;
    private Identifiability identifiability = Identifiability.DIRECT;
    private Source source = Source.PROVIDED;
    private LocalText sourceDetail = LocalText.NONE;
    private Provision provision = Provision.REQUIRED;
    private LocalText refusal = LocalText.NONE;
    private final Set<String> countries = new TreeSet<>();
    private final Set<String> subjectKinds = new TreeSet<>();
    private Optional<Period> maximumAge = Optional.empty();

    CategoryBuilder(String name) {
        this.name = name;
    }

    /**
     * The category in words that a data subject understands.
     *
     * @param text the description, in the policy's first language
     * @return this
     */
    public CategoryBuilder describedAs(String text) {
        return describedAs(LocalText.of(text));
    }

    /**
     * The category in words that a data subject understands.
     *
     * @param text the description
     * @return this
     */
    public CategoryBuilder describedAs(LocalText text) {
        description = text;
        return this;
    }

    /**
     * What belongs to it.
     *
     * @param names such as {@code "e-mail address"}, in the policy's first language
     * @return this
     */
    public CategoryBuilder attributes(String... names) {
        List.of(names).forEach(each -> attributes.add(LocalText.of(each)));
        return this;
    }

    /**
     * What belongs to it.
     *
     * @param names such as {@code "e-mail address"}
     * @return this
     */
    public CategoryBuilder attributes(LocalText... names) {
        attributes.addAll(List.of(names));
        return this;
    }

    /**
     * Which additional conditions the law sets.
     *
     * @param value the sensitivity
     * @return this
     */
    public CategoryBuilder sensitivity(Sensitivity value) {
        sensitivity = value;
        return this;
    }

    /**
     * Why a national number is needed, or which law allows criminal data.
     *
     * @param text the reason, in the policy's first language
     * @return this
     */
    public CategoryBuilder justifiedBy(String text) {
        return justifiedBy(LocalText.of(text));
    }

    /**
     * Why a national number is needed, or which law allows criminal data.
     *
     * @param text the reason
     * @return this
     */
    public CategoryBuilder justifiedBy(LocalText text) {
        justification = text;
        return this;
    }

    /**
     * How easily the data lead to a person.
     *
     * @param value the identifiability
     * @return this
     */
    public CategoryBuilder identifiability(Identifiability value) {
        identifiability = value;
        return this;
    }

    /**
     * Where the data come from.
     *
     * @param value the source
     * @return this
     */
    public CategoryBuilder source(Source value) {
        source = value;
        return this;
    }

    /**
     * Where the data come from, if not from the person.
     *
     * @param value the source
     * @param detail which one, and whether it is public
     * @return this
     */
    public CategoryBuilder source(Source value, LocalText detail) {
        source = value;
        sourceDetail = detail;
        return this;
    }

    /**
     * The person may refuse to provide the data.
     *
     * @return this
     */
    public CategoryBuilder voluntary() {
        provision = Provision.VOLUNTARY;
        return this;
    }

    /**
     * What happens if the person does not provide the data.
     *
     * @param text the consequence
     * @return this
     */
    public CategoryBuilder refusalMeans(LocalText text) {
        refusal = text;
        return this;
    }

    /**
     * Only subjects who live in these countries have it.
     *
     * @param codes ISO 3166-1 alpha-2
     * @return this
     */
    public CategoryBuilder onlyInCountries(String... codes) {
        countries.addAll(List.of(codes));
        return this;
    }

    /**
     * Only subjects in one of these relations have it.
     *
     * @param kinds declared subject kinds
     * @return this
     */
    public CategoryBuilder onlyFor(String... kinds) {
        subjectKinds.addAll(List.of(kinds));
        return this;
    }

    /**
     * The data may not become older, whichever purposes use them.
     *
     * @param age counted from the day on which they were obtained
     * @return this
     */
    public CategoryBuilder keptAtMost(Period age) {
        maximumAge = Optional.of(age);
        return this;
    }

    DataCategory build() {
        return new DataCategory(
                name,
                description,
                attributes,
                sensitivity,
                identifiability,
                source,
                sourceDetail,
                provision,
                refusal,
                justification,
                countries,
                subjectKinds,
                maximumAge);
    }
}

package org.privacyrules.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.privacyrules.policy.DataCategory.Identifiability;
import org.privacyrules.policy.DataCategory.Provision;
import org.privacyrules.policy.DataCategory.Sensitivity;
import org.privacyrules.policy.DataCategory.Source;

/** Describes one category of data. Unless told otherwise it is ordinary, names the person, was provided, and is required. */
public final class CategoryBuilder {

    private final String name;
    private String description = "";
    private final List<String> attributes = new ArrayList<>();
    private Sensitivity sensitivity = Sensitivity.ORDINARY;
    private Identifiability identifiability = Identifiability.DIRECT;
    private Source source = Source.PROVIDED;
    private Provision provision = Provision.REQUIRED;
    private final Set<String> countries = new TreeSet<>();

    CategoryBuilder(String name) {
        this.name = name;
    }

    /**
     * The category in words that a data subject understands.
     *
     * @param text the description
     * @return this
     */
    public CategoryBuilder describedAs(String text) {
        description = text;
        return this;
    }

    /**
     * What belongs to it.
     *
     * @param names such as {@code "e-mail address"}
     * @return this
     */
    public CategoryBuilder attributes(String... names) {
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
     * The person may refuse to provide the data.
     *
     * @return this
     */
    public CategoryBuilder voluntary() {
        provision = Provision.VOLUNTARY;
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

    DataCategory build() {
        return new DataCategory(
                name, description, attributes, sensitivity, identifiability, source, provision, countries);
    }
}

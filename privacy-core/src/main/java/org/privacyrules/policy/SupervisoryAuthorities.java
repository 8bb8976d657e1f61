package org.privacyrules.policy;

import java.time.LocalDate;
import java.util.List;

/**
 * Who supervises data protection where, and since when (Art. 4(21) and 51 GDPR). Only Sweden is known here; a policy of
 * another country names its own.
 */
public final class SupervisoryAuthorities {

    private static final LocalDate RENAMED = LocalDate.of(2021, 1, 1);
    private static final String ADDRESS = "Box 8114, 104 20 Stockholm";
    private static final String PHONE = "+46 8 657 61 00";

    private SupervisoryAuthorities() {}

    /**
     * The authority of Sweden: Datainspektionen through 2020, Integritetsskyddsmyndigheten since 2021.
     *
     * @return two dated parties
     */
    public static List<Dated<Party>> ofSweden() {
        Party before = Party.named("Datainspektionen")
                .withAddress(ADDRESS)
                .withPhone(PHONE)
                .withUrl("https://www.datainspektionen.se");
        Party since = Party.named("Integritetsskyddsmyndigheten (IMY)")
                .withAddress(ADDRESS)
                .withEmail("imy@imy.se")
                .withPhone(PHONE)
                .withUrl("https://www.imy.se");
        return List.of(
                Dated.always(before).through(RENAMED.minusDays(1)),
                Dated.always(since).since(RENAMED));
    }
}

package org.privacyrules.examples.glesys;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * A hosting company lives by its privacy policy, told in chapters. Each chapter claims what must be so, and the tour
 * fails if it was not: {@code ./mvnw -q -Dtour process-classes}, with more people by {@code -Dpeople=20000}.
 */
public final class Tour {

    static final List<Function<Scene, Chapter>> CHAPTERS = List.of(
            AsPublished::new,
            ThePolicy::new,
            TheDocuments::new,
            TakingOver::new,
            LegacyList::new,
            SigningUp::new,
            OtherPeople::new,
            AskingForConsent::new,
            JoiningNewsletter::new,
            Visitors::new,
            Children::new,
            Campaign::new,
            ServiceMessage::new,
            Disclosures::new,
            LookingBack::new,
            Leaving::new,
            AYearLater::new,
            HowLong::new);

    private static final int PEOPLE = 3_000;
    private static final int FEWEST = 200;

    private Tour() {}

    /**
     * Runs the tour and prints it.
     *
     * @param arguments none; the system property {@code people} sets how many people the company has known
     */
    @SuppressWarnings("SystemConsoleNull") // from JDK 22 on a log gets the redrawn progress lines, too
    public static void main(String... arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean terminal = System.console() != null;
        tell(Integer.getInteger("people", PEOPLE), terminal ? Console.ofTerminal(out) : Console.ofLog(out), CHAPTERS);
    }

    /** Tells some chapters and returns what they claimed, all of it met. */
    static Expectations tell(int people, Console console, List<Function<Scene, Chapter>> chapters) {
        if (people < FEWEST) {
            throw new IllegalArgumentException("people: the tour needs " + FEWEST + " or more");
        }
        Expectations expectations = new Expectations(console);
        try (Company company = Company.with(people, console)) {
            Scene scene = new Scene(company, console, expectations);
            for (int i = 0; i < chapters.size(); i++) {
                chapters.get(i).apply(scene).open(i + 1);
            }
        }
        summary(console, expectations);
        return expectations;
    }

    private static void summary(Console console, Expectations expectations) {
        console.heading("What the policy promises, and what of it was shown");
        Table table = Table.of("", "row", "promise", "shown", "still to come");
        for (Promise promise : Promise.values()) {
            int claims = expectations.of(promise).size();
            table.row(
                    mark(expectations, promise),
                    promise,
                    promise.words(),
                    claims,
                    claims == 0 ? "all of it" : promise.toCome());
        }
        console.table(table);
        if (!expectations.failed().isEmpty()) {
            throw new ExpectationsFailedException(expectations.failed(), expectations.total());
        }
        console.text("All " + expectations.total() + " expectations were met.");
    }

    private static String mark(Expectations expectations, Promise promise) {
        int claimed = expectations.of(promise).size();
        if (claimed == 0) {
            return "·";
        }
        return expectations.metFor(promise) == claimed ? "✓" : "✗";
    }
}

package org.privacyrules.report;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Pages of every kind of block and part, full of untrusted text. */
final class AnyPage {

    private static final Arbitrary<String> TEXT = UntrustedText.any();

    private AnyPage() {}

    static Arbitrary<Page> any() {
        return Combinators.combine(
                        TEXT, TEXT, flow(2).list().ofMaxSize(4), phrase(), Arbitraries.of(PageLanguage.values()))
                .as((title, heading, flows, phrase, language) -> {
                    PageBuilder page = new PageBuilder(title, language).lead(phrase);
                    page.heading(2, heading)
                            .heading(3, heading)
                            .heading(2, title)
                            .heading(2, "given", "given");
                    flows.forEach(page::add);
                    return page.footer(phrase).build();
                });
    }

    static Arbitrary<Phrase> phrase() {
        Arbitrary<Inline> text = TEXT.map(Inline.Text::new);
        Arbitrary<Inline> strong = TEXT.map(Inline.Strong::new);
        Arbitrary<Inline> code = TEXT.map(Inline.Code::new);
        Arbitrary<Inline> link = Combinators.combine(TEXT, target()).as(Inline::link);
        return Arbitraries.oneOf(text, strong, code, link, Arbitraries.just(new Inline.Break()))
                .list()
                .ofMaxSize(4)
                .map(Phrase::new);
    }

    private static Arbitrary<String> target() {
        Arbitrary<String> scheme = Arbitraries.of("https://x", "http://", "mailto:", "tel:", "#", "javascript:", "");
        return Combinators.combine(scheme, TEXT).as(String::concat);
    }

    private static Arbitrary<Flow> flow(int depth) {
        Arbitrary<Flow> paragraph = phrase().map(Flow.Paragraph::new);
        Arbitrary<Flow> bullets = phrase().list().ofMaxSize(3).map(Flow.Bullets::new);
        if (depth == 0) {
            return Arbitraries.oneOf(paragraph, bullets, table(), chart());
        }
        Arbitrary<List<Flow>> inner = flow(depth - 1).list().ofMaxSize(2);
        Arbitrary<Flow> layer = Combinators.combine(phrase(), inner).as(Flow.Layer::new);
        Arbitrary<Flow> definitions = Combinators.combine(phrase(), inner)
                .as(Flow.Definition::new)
                .list()
                .ofMaxSize(2)
                .map(Flow.Definitions::new);
        return Arbitraries.oneOf(paragraph, bullets, table(), chart(), layer, definitions);
    }

    private static Arbitrary<Flow> table() {
        Arbitrary<List<Phrase>> row = phrase().list().ofSize(2);
        Arbitrary<Set<Integer>> numbers = Arbitraries.of(Set.of(), Set.of(1), Set.of(0, 1));
        return Combinators.combine(phrase(), row, row.list().ofMaxSize(2), Arbitraries.of(true, false), numbers)
                .as(Flow.Table::new);
    }

    private static Arbitrary<Flow> chart() {
        Arbitrary<Long> length = Arbitraries.longs().between(0, 1_000_000_000_000L);
        Arbitrary<List<Flow.Bar>> bars = Combinators.combine(TEXT, length, length, TEXT)
                .as(Flow.Bar::new)
                .list()
                .ofMaxSize(3);
        return Combinators.combine(phrase(), TEXT, TEXT, bars).as(Flow.Chart::new);
    }
}

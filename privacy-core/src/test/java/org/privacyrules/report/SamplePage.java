package org.privacyrules.report;

import java.util.List;
import java.util.stream.Stream;

/** A notice such as a company would publish, with every kind of block. */
final class SamplePage {

    private SamplePage() {}

    private static List<Phrase> cells(String... cells) {
        return Stream.of(cells).map(Phrase::of).toList();
    }

    static Page notice() {
        return new PageBuilder("Så behandlar vi dina personuppgifter", PageLanguage.SWEDISH)
                .lead(Phrase.of(
                        "Gäller från den 1 oktober 2026. Här står vad vi gör med uppgifter om dig, varför vi får göra det"
                                + " och hur länge vi sparar dem."))
                .heading(2, "Det viktigaste", "summary")
                .add(Flow.bullets(List.of(
                        "Vi använder dina uppgifter för att leverera och fakturera de tjänster som du beställer.",
                        "Vi säljer dem inte och lämnar dem bara till dem som står i listan över mottagare.",
                        "Du kan när som helst ta tillbaka ett samtycke och invända mot marknadsföring.")))
                .heading(2, "Vem som ansvarar", "controller")
                .add(new Flow.Definitions(List.of(
                        Flow.definition(
                                "Personuppgiftsansvarig",
                                Flow.paragraph(
                                        new Inline.Text("Exempelbolaget AB, 556036-0793"),
                                        new Inline.Break(),
                                        new Inline.Text("Box 134, 311 22 Falkenberg"))),
                        Flow.definition(
                                "Dataskyddsombud",
                                Flow.paragraph(
                                        Inline.link("dataskydd@example.se", "mailto:dataskydd@example.se"),
                                        new Inline.Text(" eller "),
                                        Inline.link("0346-12 34 56", "tel:+46346123456"))),
                        Flow.definition(
                                "Tillsyn",
                                Flow.paragraph(
                                        new Inline.Text("Du kan klaga hos "),
                                        Inline.link(
                                                "Integritetsskyddsmyndigheten",
                                                "https://www.imy.se/privatperson/klagomal/"),
                                        new Inline.Text("."))))))
                .heading(2, "Vad vi använder uppgifterna till", "purposes")
                .add(Flow.paragraph("Varje ändamål har en rättslig grund. Öppna raden för att läsa mer."))
                .heading(3, "Fakturera", "invoicing")
                .add(Flow.paragraph(
                        new Inline.Text("Vi skickar fakturor och bokför dem. Grunden är "),
                        new Inline.Strong("en rättslig förpliktelse"),
                        new Inline.Text(" enligt bokföringslagen 7 kap. 2 § ("),
                        new Inline.Code("invoicing"),
                        new Inline.Text(").")))
                .add(new Flow.Layer(
                        Phrase.of("Vilka uppgifter, och varifrån de kommer"),
                        List.of(
                                Flow.paragraph(
                                        "Vi behöver uppgifterna för att kunna fakturera; utan dem kan vi inte ha dig som kund."),
                                Flow.bullets(List.of("Namn och adress – från dig", "Betalningar – från banken")))))
                .heading(3, "Nyhetsbrev", "newsletter")
                .add(Flow.paragraph(
                        "Vi skickar nyheter om våra tjänster till dig som har sagt ja. Grunden är ditt samtycke."))
                .add(new Flow.Layer(
                        Phrase.of("Så tar du tillbaka ditt samtycke"),
                        List.of(Flow.paragraph(
                                "Följ länken i brevet eller skriv till oss. Det som vi gjorde innan påverkas inte."))))
                .heading(2, "Hur länge vi sparar", "retention")
                .add(new Flow.Table(
                        Phrase.of("Lagringstider för varje kategori av uppgifter och vad som avgör dem"),
                        cells("Kategori", "Tid", "Räknas från", "Därför", "Sedan", "Rättslig grund"),
                        List.of(
                                cells(
                                        "Fakturor",
                                        "7 år",
                                        "räkenskapsårets slut",
                                        "Bokföringslagen 7 kap. 2 §",
                                        "raderas",
                                        "Art. 6.1 c"),
                                cells(
                                        "Kontaktuppgifter",
                                        "24 månader",
                                        "avtalets slut",
                                        "frågor efter avtalet",
                                        "raderas",
                                        "Art. 6.1 b"),
                                cells(
                                        "Loggar",
                                        "90 dagar",
                                        "händelsen",
                                        "säkerhet i nät och tjänster",
                                        "aggregeras",
                                        "Art. 6.1 f"),
                                cells(
                                        "Kontrollrutor_för_ett_mycket_långt_namn_utan_mellanslag",
                                        "1 dag",
                                        "besöket",
                                        "<script>alert(\"x\")</script>",
                                        "raderas",
                                        "Art. 6.1 a")),
                        true))
                .heading(2, "Vem som får ta del", "recipients")
                .add(Flow.paragraph(
                        new Inline.Text("Alla mottagare står i "),
                        Inline.link(
                                "vår förteckning över mottagare",
                                "https://www.example.se/integritet/mottagare?version=2026-10&sprak=sv"),
                        new Inline.Text(". Se också "),
                        Inline.link("lagringstiderna", "#retention"),
                        new Inline.Text(".")))
                .heading(2, "Dina rättigheter", "rights")
                .add(Flow.paragraph("Du kan begära att få se, rätta, radera, begränsa och flytta dina uppgifter."))
                .heading(3, "Invända")
                .heading(4, "Mot marknadsföring")
                .add(Flow.paragraph("Säger du nej slutar vi genast."))
                .heading(4, "Mot en intresseavvägning")
                .add(Flow.paragraph("Vi prövar din invändning och använder inte uppgifterna under tiden."))
                .footer(Phrase.of("Version 2026-10 · Exempelbolaget AB"))
                .build();
    }
}

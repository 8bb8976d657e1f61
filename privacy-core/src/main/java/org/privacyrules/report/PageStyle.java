package org.privacyrules.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The one style sheet of every page, and the policy that lets a browser apply it and nothing else. */
final class PageStyle {

    /** Without {@code <} and {@code &}, so that HTML and XML read the same. */
    static final String CSS = """

            :root {
              color-scheme: light dark;
              --paper: #ffffff;
              --shade: #f3f6f8;
              --ink: #1a2129;
              --muted: #4b5763;
              --link: #0f4c81;
              --visited: #5b2b82;
              --focus: #b25000;
              --rule: #cbd3da;
            }
            @media screen and (prefers-color-scheme: dark) {
              :root {
                --paper: #12171c;
                --shade: #1c242b;
                --ink: #e4e8ec;
                --muted: #a9b3bd;
                --link: #8fc1f2;
                --visited: #c9a9ee;
                --focus: #ffb454;
                --rule: #3a4650;
              }
            }
            *, *::before, *::after { box-sizing: border-box; }
            html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
            body {
              margin: 0;
              border-top: 0.375rem solid var(--link);
              background: var(--paper);
              color: var(--ink);
              font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
              overflow-wrap: break-word;
            }
            header, .column, .columns, footer { max-width: 78rem; margin: 0 auto; padding: 0 1.25rem; }
            header { padding-top: 2.5rem; padding-bottom: 1rem; }
            h1, h2, h3, h4 { max-width: 40ch; margin: 2em 0 0.5em; line-height: 1.25; text-wrap: balance; }
            h1 { margin: 0; font-size: clamp(1.875rem, 1.5rem + 2vw, 2.625rem); letter-spacing: -0.01em; }
            h2 { font-size: 1.5rem; }
            h3 { font-size: 1.25rem; }
            h4 { font-size: 1.0625rem; }
            p, ul, summary { max-width: 68ch; }
            p, ul, dl { margin: 0 0 1em; }
            .lead { margin: 0.75rem 0 0; color: var(--muted); font-size: 1.1875rem; }
            ul { padding-left: 1.25em; }
            li { margin: 0 0 0.375em; }
            a { color: var(--link); text-decoration-thickness: from-font; text-underline-offset: 0.15em; }
            a:visited { color: var(--visited); }
            a:hover { text-decoration-thickness: 0.15em; }
            :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
            main:focus { outline: none; }
            code { padding: 0.1em 0.2em; border-radius: 3px; background: var(--shade); font: 0.9em/1.4 ui-monospace, "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace; }
            .skip { position: absolute; left: 1.25rem; top: -6rem; padding: 0.75rem 1rem; background: var(--paper); }
            .skip:focus { top: 1rem; z-index: 1; }
            nav { margin: 1rem 0 2rem; padding: 1rem 1.25rem; border-left: 0.25rem solid var(--rule); background: var(--shade); }
            nav h2 { margin: 0 0 0.5rem; font-size: 1.0625rem; }
            nav ul { margin: 0; padding: 0; list-style: none; }
            nav li { margin: 0; }
            nav a { display: inline-block; padding: 0.25rem 0; }
            nav a:visited { color: var(--link); }
            main { min-width: 0; padding-bottom: 3rem; }
            main > :first-child { margin-top: 0; }
            dl { border-top: 1px solid var(--rule); }
            dl > div { padding: 0.75rem 0; border-bottom: 1px solid var(--rule); }
            dt { font-weight: 600; hyphens: auto; }
            dd { min-width: 0; margin: 0; }
            dd > :last-child, details > div > :last-child { margin-bottom: 0; }
            .table { margin: 1.5rem 0; overflow-x: auto; }
            table { min-width: 100%; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.5; }
            caption { padding: 0 0 0.5rem; font-size: 1.0625rem; font-weight: 600; text-align: left; }
            caption span { position: sticky; left: 0; display: inline-block; max-width: min(68ch, calc(100vw - 2.5rem)); }
            th, td { min-width: 9rem; padding: 0.625rem 0.5rem; overflow-wrap: anywhere; hyphens: auto; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
            thead th { border-bottom: 2px solid var(--muted); background: var(--shade); vertical-align: bottom; }
            th { font-weight: 600; }
            tbody th { min-width: 11rem; }
            .counts th:nth-child(-n+3), .counts td:nth-child(-n+3) { min-width: 7rem; }
            .counts th:first-child { min-width: 7.5rem; }
            .counts th { overflow-wrap: break-word; }
            .counts td.number { white-space: nowrap; }
            .counts .number:nth-child(n) { min-width: 4.75rem; text-align: right; font-variant-numeric: tabular-nums; }
            .number + :not(.number) { padding-left: 1.5rem; }
            figure { margin: 1.5rem 0; }
            figcaption { max-width: 68ch; font-size: 1.0625rem; font-weight: 600; }
            svg { display: block; width: 100%; max-width: 46rem; margin: 0.75rem 0 0; }
            svg text { fill: var(--ink); font-size: 0.875rem; font-variant-numeric: tabular-nums; }
            svg .first { fill: var(--link); stroke: var(--link); }
            svg .second { fill: var(--shade); stroke: var(--link); }
            svg .axis { stroke: var(--muted); }
            details { margin: 0 0 1rem; }
            summary { padding: 0.375rem 0; color: var(--link); font-weight: 600; cursor: pointer; }
            summary:hover { text-decoration: underline; text-underline-offset: 0.15em; }
            details > div { margin: 0.25rem 0 0.75rem; padding: 0.5rem 0 0.5rem 1.25rem; border-left: 0.25rem solid var(--rule); }
            footer { padding-top: 1.5rem; padding-bottom: 3rem; }
            footer p { margin: 0; color: var(--muted); font-size: 0.9375rem; }
            footer::before { content: ""; display: block; margin-bottom: 1.5rem; border-top: 1px solid var(--rule); }
            @media (min-width: 40rem) {
              .counts th:first-child { min-width: 9.5rem; }
              dl > div { display: grid; grid-template-columns: minmax(0, 15rem) minmax(0, 1fr); column-gap: 2rem; }
            }
            @media (min-width: 64rem) {
              header, .column, .columns, footer { padding-left: 2.5rem; padding-right: 2.5rem; }
              header { padding-top: 3.5rem; padding-bottom: 2rem; }
              .columns { display: grid; grid-template-columns: 14rem minmax(0, 1fr); column-gap: 3rem; align-items: start; }
              nav { position: sticky; top: 1.5rem; max-height: calc(100vh - 3rem); margin: 0; overflow-y: auto; }
            }
            @media print {
              @page { margin: 20mm 18mm; }
              :root { color-scheme: light; --paper: #ffffff; --shade: #ffffff; --ink: #000000; --muted: #000000; --link: #000000; --visited: #000000; --rule: #767676; }
              body { border: 0; font-size: 10.5pt; line-height: 1.5; }
              .skip, nav { display: none; }
              header, .column, .columns, footer { display: block; max-width: none; padding: 0; }
              header { padding-bottom: 1rem; border-bottom: 1px solid var(--rule); margin-bottom: 1.5rem; }
              h1, h2, h3, h4, summary, dt, caption { break-after: avoid; }
              h1 { font-size: 20pt; }
              h2 { font-size: 14pt; }
              h3 { font-size: 12pt; }
              h4 { font-size: 10.5pt; }
              p, li { orphans: 3; widows: 3; }
              a[href]:not([href^="#"]):not(.bare)::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
              code { padding: 0; }
              .table { overflow: visible; }
              table { width: 100%; min-width: 0; font-size: 9pt; }
              thead { display: table-header-group; }
              tr, dl > div, figure { break-inside: avoid; }
              th, td, tbody th { min-width: 21mm; padding: 1.5mm 1mm; }
              .counts th:nth-child(n), .counts td:nth-child(n) { min-width: 14mm; }
              .number + :not(.number) { padding-left: 5mm; }
              svg text { font-size: 9pt; }
              caption { font-size: 10.5pt; }
              .lead { font-size: 12pt; }
              footer p { font-size: 9pt; }
              details > div { border-left-width: 1px; }
              caption span { position: static; max-width: none; }
              details::details-content { content-visibility: visible; block-size: auto; opacity: 1; }
              summary { list-style: none; }
              summary::-webkit-details-marker { display: none; }
              footer { padding-bottom: 0; }
            }
            """;

    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'sha256-" + hash() + "'; base-uri 'none'; form-action 'none'";

    private PageStyle() {}

    private static String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(CSS.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

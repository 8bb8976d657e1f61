package org.privacyrules.report;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What somebody could write into a policy to break out of a document. */
final class UntrustedText {

    private static final List<String> ATTACKS = List.of(
            "<script>alert(1)</script>",
            "</title>",
            "</style>",
            "<!--",
            "-->",
            "]]>",
            "<![CDATA[",
            "&lt;",
            "&amp",
            "&#x3c;",
            "\" onclick=\"x",
            "' onfocus='x",
            "javascript:alert(1)",
            "[x](javascript:alert(1))",
            "![x](https://example.org/x.png)",
            "https://example.org/?a=1&copy;=(2)",
            "www.example.org",
            "anna@example.org",
            "`",
            "``",
            "```",
            "|",
            "\\",
            "\\|",
            "*",
            "**",
            "_",
            "__",
            "~~",
            "~",
            "$",
            "!",
            "[",
            "]",
            "(",
            ")",
            "1.",
            "1)",
            "-",
            "+",
            "#",
            ">",
            "=",
            "===",
            "---",
            "- ",
            "# ",
            "@",
            ":",
            "://",
            "\t",
            "    ",
            " ",
            "\n",
            "\r",
            "\r\n",
            "\n\n",
            "\u2028",
            "\u0085",
            "\u00a0",
            "\ufeff",
            "\u0000",
            "\u0001",
            "\u0008",
            "\u001b",
            "\u007f",
            "\ufffe",
            "\uffff",
            "\ud800",
            "\udc00",
            "\ud83d\ude02",
            "\u202e",
            "\u202b",
            "\u2066",
            "\u2069",
            "\u0301",
            "ö",
            "Å",
            "אב",
            "=1+1",
            "@SUM(A1)",
            "+46",
            "-1",
            ";=1",
            "\uff1d1",
            ",",
            "\"",
            "'",
            "x");

    private UntrustedText() {}

    static Arbitrary<String> any() {
        Arbitrary<String> attacks = Arbitraries.of(ATTACKS).list().ofMaxSize(6).map(parts -> String.join("", parts));
        Arbitrary<String> characters = Arbitraries.strings().all().ofMaxLength(12);
        Arbitrary<String> ascii = Arbitraries.strings().ascii().ofMaxLength(20);
        return Arbitraries.oneOf(attacks, characters, ascii);
    }
}

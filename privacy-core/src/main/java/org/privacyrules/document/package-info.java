/** Texts for people: one page, rendered as HTML, as Markdown, or as tables for a spreadsheet. */
@NullMarked
package org.privacyrules.document;

import org.jspecify.annotations.NullMarked;

/**
 * Policies and records as documents: read from JSON and YAML with a place for everything, written plainly and canonically,
 * told to people as pages.
 */
@NullMarked
package org.privacyrules.document;

import org.jspecify.annotations.NullMarked;

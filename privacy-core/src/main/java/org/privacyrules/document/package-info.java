/**
 * Policies as documents: read from JSON and YAML with a place for everything, written plainly and canonically, stored in
 * versions.
 */
@NullMarked
package org.privacyrules.document;

import org.jspecify.annotations.NullMarked;

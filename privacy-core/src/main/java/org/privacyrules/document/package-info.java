/** Documents in JSON or YAML: read with a place for everything, checked against a shape, written plainly or canonically. */
@NullMarked
package org.privacyrules.document;

import org.jspecify.annotations.NullMarked;

/** What a published version of the policy is kept as: a document with the hash of its content. */
@NullMarked
package org.privacyrules.document;

import org.jspecify.annotations.NullMarked;

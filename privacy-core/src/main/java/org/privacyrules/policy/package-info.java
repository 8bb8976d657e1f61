/** What is allowed: purposes, categories, lawful bases and recipients as immutable values, and their versions in time. */
@NullMarked
package org.privacyrules.policy;

import org.jspecify.annotations.NullMarked;

/** What is due goes and nothing else, on every database. */
package org.privacyrules.jdbc.disposal;

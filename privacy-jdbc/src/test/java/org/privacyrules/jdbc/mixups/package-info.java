/** Whoever is asked about or changed, it is that person and nobody who is spelled alike. */
package org.privacyrules.jdbc.mixups;

/**
 * Holds against those who destroy: a stand-in for a host's table is swept while holds are placed, and a row that was there when a
 * hold on it had been acknowledged must be there at the end. Sweepers with the bugs that come to mind first show that a loss is seen.
 */
@NullMarked
package org.privacyrules.jdbc.holds;

import org.jspecify.annotations.NullMarked;

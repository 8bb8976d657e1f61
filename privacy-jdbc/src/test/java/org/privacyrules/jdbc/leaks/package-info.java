/** However the database fails, nothing that the library says or throws tells of the person. */
package org.privacyrules.jdbc.leaks;

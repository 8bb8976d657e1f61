package org.privacyrules.document;

import java.util.List;
import java.util.Optional;
import org.privacyrules.policy.Finding;

/**
 * What came of reading a document.
 *
 * @param root empty if there are findings that leave nothing to check; there if nothing was found
 * @param findings in the order of the document; all are errors
 */
record Reading(Optional<Node> root, List<Finding> findings) {}

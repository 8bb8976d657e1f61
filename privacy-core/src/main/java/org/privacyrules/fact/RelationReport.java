package org.privacyrules.fact;

import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/**
 * One of many relations that a host reports together.
 *
 * @param operation the command's id; derive it from the host's record, so that a repetition is recognised
 * @param subject who
 * @param kind a subject kind that the policy in force declares
 * @param fact since when, or on which day it ended
 */
public record RelationReport(OperationId operation, SubjectId subject, String kind, Fact fact) {}

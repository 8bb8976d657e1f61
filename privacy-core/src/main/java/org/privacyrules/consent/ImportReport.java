package org.privacyrules.consent;

/**
 * What an import did.
 *
 * @param recorded answers recorded now
 * @param repeated answers that had been recorded by an earlier import
 * @param unproven how many of the recorded ones claim a consent without proof and permit nothing
 */
public record ImportReport(long recorded, long repeated, long unproven) {

    ImportReport plus(boolean wasRepeated, boolean wasUnproven) {
        return wasRepeated
                ? new ImportReport(recorded, repeated + 1, unproven)
                : new ImportReport(recorded + 1, repeated, unproven + (wasUnproven ? 1 : 0));
    }
}

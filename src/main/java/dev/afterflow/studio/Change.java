package dev.afterflow.studio;

/**
 * One difference between two versions of a file, in words.
 *
 * @param how ADDED, REMOVED or CHANGED
 * @param element id of what differs, so that a picture can mark it; empty for the file as a whole
 */
record Change(How how, String element, String zh, String en) {

    enum How { ADDED, REMOVED, CHANGED }

    static Change added(String element, String zh, String en) {
        return new Change(How.ADDED, element, zh, en);
    }

    static Change removed(String element, String zh, String en) {
        return new Change(How.REMOVED, element, zh, en);
    }

    static Change changed(String element, String zh, String en) {
        return new Change(How.CHANGED, element, zh, en);
    }
}

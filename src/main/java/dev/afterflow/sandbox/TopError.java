package dev.afterflow.sandbox;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A fault of the played TOP. */
class TopError extends Exception {

    private final int code;
    private final String sub;
    private final String words;

    TopError(int code, String message, String sub, String words) {
        super(message);
        this.code = code;
        this.sub = sub;
        this.words = words;
    }

    /** The caller's own fault. */
    static TopError isv(String sub, String words) {
        return new TopError(15, "Remote service error", "isv." + sub, words);
    }

    ObjectNode told(JsonMapper json) {
        ObjectNode told = json.createObjectNode().put("code", code).put("msg", getMessage());
        if (!sub.isEmpty()) {
            told.put("sub_code", sub).put("sub_msg", words);
        }
        return told;
    }
}

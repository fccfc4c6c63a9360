package dev.afterflow.notifications;

/** A message no repeat will deliver; {@code reason} is what the other side said, without the buyer's data. */
class Undeliverable extends RuntimeException {

    private final String reason;

    Undeliverable(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}

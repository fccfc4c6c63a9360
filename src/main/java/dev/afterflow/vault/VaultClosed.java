package dev.afterflow.vault;

/** There is no master key, or not the one it was sealed under; the message names no secret. */
public class VaultClosed extends RuntimeException {

    VaultClosed(String why) {
        super(why);
    }
}

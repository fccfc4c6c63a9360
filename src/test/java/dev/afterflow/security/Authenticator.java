package dev.afterflow.security;

import java.time.Instant;
import java.util.HexFormat;
import org.bouncycastle.util.encoders.Base32;

/** A person's authenticator app in a test; a code is asked for by how many steps of 30 seconds it lies ahead. */
public final class Authenticator {

    private static final long STEP = 30;
    private final String secret;
    private final Instant begun = Instant.now();

    /** {@code spelled} as the product tells it. */
    public Authenticator(String spelled) {
        this.secret = HexFormat.of().formatHex(Base32.decode(spelled + "=".repeat((8 - spelled.length() % 8) % 8)));
    }

    /** The code of the step in which this app was made, or of one {@code ahead} of it. */
    public String code(int ahead) {
        return Totp.code(secret, begun.plusSeconds(STEP * ahead));
    }

    /** Sets a second factor up for a visitor who is logged in or half-way; the code of step 0 is used up. */
    public static Authenticator of(Visitor visitor) {
        Authenticator app = new Authenticator(visitor.post("/api/session/factor", "{}").json().get("secret").asString());
        Visitor.Answer set = visitor.put("/api/session/factor", "{\"code\":\"" + app.code(0) + "\"}");
        if (set.status() != 200) {
            throw new AssertionError("The second factor was not set: " + set.body());
        }
        return app;
    }
}

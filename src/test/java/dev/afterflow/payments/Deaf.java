package dev.afterflow.payments;

import dev.afterflow.providers.Provider;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A real adapter whose requests name no address for notices, so that a test sees what asking alone can do. */
record Deaf(Provider real, UnaryOperator<String> without) implements Provider {

    @Override
    public String code() {
        return real.code();
    }

    @Override
    public Duration settleWindow() {
        return real.settleWindow();
    }

    @Override
    public Duration resendUntil() {
        return real.resendUntil();
    }

    @Override
    public Duration askAfter() {
        return real.askAfter();
    }

    @Override
    public String request(Order order) {
        return without.apply(real.request(order));
    }

    @Override
    public Answer refund(Ask ask) {
        return real.refund(ask);
    }

    @Override
    public Answer query(Ask ask) {
        return real.query(ask);
    }

    @Override
    public Optional<Notice> read(String shop, Map<String, String> headers, byte[] body) {
        return real.read(shop, headers, body);
    }
}

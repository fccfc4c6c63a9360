package dev.afterflow.connections;

import java.util.Map;
import java.util.Optional;

/** A shop's account with a partner: settings and opened secrets by field. Its text never tells a secret. */
public record Account(String shop, String partner, Map<String, String> settings, Map<String, String> secrets) {

    public Account {
        settings = Map.copyOf(settings);
        secrets = Map.copyOf(secrets);
    }

    /** The value of a field, secret or not; empty when it is blank. */
    public Optional<String> get(String field) {
        return Optional.ofNullable(secrets.getOrDefault(field, settings.get(field))).filter(value -> !value.isBlank());
    }

    /** The value of a required field. */
    public String need(String field) {
        return get(field).orElseThrow(() -> new IllegalStateException(this + " has no " + field));
    }

    @Override
    public String toString() {
        return partner + " of " + shop;
    }
}

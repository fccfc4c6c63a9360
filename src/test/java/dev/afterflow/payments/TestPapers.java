package dev.afterflow.payments;

import dev.afterflow.providers.CardDisputes.Evidence;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The evidence of tests, by the number it was asked under. */
@Component
class TestPapers implements Chargebacks.Papers {

    private final Map<String, Evidence> evidence = new ConcurrentHashMap<>();

    void keep(String number, Evidence of) {
        evidence.put(number, of);
    }

    @Override
    public Optional<Evidence> of(String number) {
        return Optional.ofNullable(evidence.get(number));
    }
}

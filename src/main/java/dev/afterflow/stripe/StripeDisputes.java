package dev.afterflow.stripe;

import dev.afterflow.money.Money;
import dev.afterflow.providers.Accounts;
import dev.afterflow.providers.CardDisputes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Stripe's disputes: papers are handed over first and named in the evidence; {@code submit=false} keeps a draft the bank never sees,
 * {@code submit=true} is read once.
 */
@Component
class StripeDisputes implements CardDisputes {

    private final Accounts<StripeAccount> accounts;
    private final StripeGateway gateway;

    StripeDisputes(Accounts<StripeAccount> accounts, StripeGateway gateway) {
        this.accounts = accounts;
        this.gateway = gateway;
    }

    @Override
    public String code() {
        return StripeProvider.CODE;
    }

    @Override
    public boolean serves(String shop) {
        return accounts.serve(shop);
    }

    @Override
    public List<String> accounts() {
        return accounts.names();
    }

    @Override
    public Heard read(String shop, String id) {
        StripeGateway.Heard heard = gateway.get(shop, path(id));
        if (heard.isGood()) {
            return found(heard, true, null);
        }
        return heard.status() != null && heard.status() == 404 ? new Heard(Outcome.NOT_FOUND, heard.code(), null)
            : Heard.unknown(heard.why());
    }

    @Override
    public List<String> openedSince(String shop, Instant from) {
        List<String> names = new ArrayList<>(gateway.all(accounts.named(shop), "/v1/disputes?created%5Bgte%5D=" + from.getEpochSecond()).stream()
            .map(dispute -> dispute.required("id").asString()).toList());
        Collections.reverse(names);
        return names;
    }

    @Override
    public Heard draft(String shop, String id, String number, Evidence evidence) {
        return put(shop, id, number + "-draft", evidence, false);
    }

    @Override
    public Heard submit(String shop, String id, String number, Evidence evidence) {
        return put(shop, id, number + "-submit", evidence, true);
    }

    @Override
    public Heard accept(String shop, String id, String number) {
        StripeGateway.Heard heard = gateway.post(shop, path(id) + "/close", "", number + "-close");
        return heard.isGood() ? found(heard, "lost".equals(heard.words().path("status").asString("")), "NOT_CLOSED") : refused(heard);
    }

    private Heard put(String shop, String id, String key, Evidence evidence, boolean submit) {
        String fault = StripeEvidence.fault(evidence);
        if (fault != null) {
            return new Heard(Outcome.REFUSED, fault, null);
        }
        Map<String, String> words = new LinkedHashMap<>();
        evidence.words().entrySet().stream().sorted(Map.Entry.comparingByKey())
            .forEach(each -> words.put("evidence[" + each.getKey() + "]", each.getValue()));
        for (Paper paper : evidence.papers()) {
            StripeGateway.Heard kept = gateway.upload(shop, paper.content(), key + "-" + paper.sha256());
            if (!kept.isGood()) {
                return refused(kept);
            }
            words.put("evidence[" + paper.field() + "]", kept.words().path("id").asString());
        }
        words.put("submit", String.valueOf(submit));
        StripeGateway.Heard heard = gateway.post(shop, path(id), StripeGateway.form(words), key);
        if (!heard.isGood()) {
            return refused(heard);
        }
        JsonNode details = heard.words().path("evidence_details");
        return found(heard, submit ? details.path("submission_count").asInt(0) > 0 : details.path("has_evidence").asBoolean(false), "NOT_KEPT");
    }

    /** A refusal of the request itself; anything else says nothing. */
    private static Heard refused(StripeGateway.Heard heard) {
        boolean request = heard.code() != null && (heard.status() == 400 || heard.status() == 404) && !heard.code().startsWith("idempotency");
        return request ? new Heard(Outcome.REFUSED, heard.code(), null) : Heard.unknown(heard.why());
    }

    private static Heard found(StripeGateway.Heard heard, boolean done, String otherwise) {
        try {
            Dispute dispute = dispute(heard.words());
            return new Heard(done ? Outcome.DONE : Outcome.UNKNOWN, done ? null : otherwise, dispute);
        } catch (RuntimeException unreadable) {
            return Heard.unknown("UNREADABLE");
        }
    }

    static Dispute dispute(JsonNode words) {
        JsonNode details = words.path("evidence_details");
        String charge = words.path("charge").stringValue(null);
        String bank = words.path("network_reason_code").stringValue(words.path("payment_method_details").path("card").path("network_reason_code").stringValue(null));
        List<Move> moves = new ArrayList<>();
        words.path("balance_transactions").forEach(line -> moves.add(move(line)));
        moves.sort(Comparator.comparing(Move::at).thenComparing(Move::id));
        return new Dispute(words.required("id").asString(), words.path("payment_intent").stringValue(charge), charge, status(words.required("status").asString()),
            words.required("status").asString(), words.path("reason").stringValue(null), bank, StripeProvider.amount(words),
            details.path("due_by").isNumber() ? Instant.ofEpochSecond(details.path("due_by").asLong()) : null, details.path("past_due").asBoolean(false),
            details.path("submission_count").asInt(0), Instant.ofEpochSecond(words.required("created").asLong()), moves);
    }

    private static Move move(JsonNode line) {
        String currency = line.required("currency").asString().toUpperCase(Locale.ROOT);
        return new Move(line.required("id").asString(), new Money(line.required("amount").asLong(), currency),
            new Money(line.path("fee").asLong(0), currency), Instant.ofEpochSecond(line.required("created").asLong()));
    }

    static Status status(String word) {
        return switch (word) {
            case "warning_needs_response" -> Status.INQUIRY;
            case "warning_under_review" -> Status.INQUIRY_UNDER_REVIEW;
            case "warning_closed" -> Status.INQUIRY_CLOSED;
            case "needs_response" -> Status.NEEDS_RESPONSE;
            case "under_review" -> Status.UNDER_REVIEW;
            case "won" -> Status.WON;
            case "lost" -> Status.LOST;
            case "prevented" -> Status.PREVENTED;
            default -> Status.OTHER;
        };
    }

    private static String path(String id) {
        return "/v1/disputes/" + StripeGateway.encoded(id);
    }
}

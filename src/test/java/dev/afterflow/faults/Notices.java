package dev.afterflow.faults;

import dev.afterflow.cluster.Node;
import dev.afterflow.cluster.Patience;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** F6: the partner's notices, many times at once, out of order, too early, days old and forged; signed here by the partner's paper. */
final class Notices {

    private static final int COPIES = 20;
    private static final String SECRET = "sandbox-demo-secret";
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Field field;
    private final Random chance;
    private final List<Sent> sent = new ArrayList<>();

    private record Sent(String manner, String event, String body, Instant signedAt, String secret, int due) {
    }

    Notices(Field field, long seed) {
        this.field = field;
        this.chance = new Random(seed);
    }

    /** Sends them all, shuffled and at once, and answers what was not answered as it should be. */
    List<String> storm() {
        Patience.until("a dozen refunds are on their way", Duration.ofSeconds(120),
                () -> field.books.count("select count(*) from payments.refund") > 12);
        Instant now = Instant.now();
        Instant daysAgo = now.minus(Duration.ofDays(3));
        List<String> numbers = field.books.ask("select refund_no from payments.refund where payment_id like 'PAY-F%' order by created_at desc limit 12");
        List<String> early = field.books.ask("""
                select refund_no from payments.part p where not exists (select 1 from payments.refund r where r.refund_no = p.refund_no) limit 3""");
        numbers.forEach(number -> copies("duplicate", number, now, SECRET, 200));
        early.forEach(number -> copies("early", number, now, SECRET, 200));
        copies("unknown", "RAAAAAAAAAAAAAAAAAAAAAAAAAg0", now, SECRET, 200);
        numbers.subList(0, Math.min(3, numbers.size())).forEach(number -> {
            copies("replayed", number, daysAgo, SECRET, 401);
            copies("forged", number, now, "somebody-else", 401);
        });
        sent.add(new Sent("broken", null, "{\"event_id\":", now, SECRET, 401));
        Collections.shuffle(sent, chance);
        return outcome(sent.stream().map(this::send).toList());
    }

    private void copies(String manner, String number, Instant signedAt, String secret, int due) {
        String event = "EVH" + Long.toHexString(chance.nextLong()) + manner;
        String body = """
                {"event_id":"%s","event_type":"REFUND.SUCCESS","refund_no":"%s","refund_id":"SBX0","status":"SUCCESS","amount":1,"currency":"CNY"}"""
                .formatted(event, number);
        for (int copy = 0; copy < COPIES; copy++) {
            sent.add(new Sent(manner, event, body, signedAt, secret, due));
        }
    }

    private CompletableFuture<Integer> send(Sent notice) {
        Node node = field.nodes.get(chance.nextInt(field.nodes.size()));
        String token = field.books.ask("select token from payments.hook where provider = 'sandbox' and shop_id = '" + Buyers.SHOP + "'").get(0);
        String time = String.valueOf(notice.signedAt().getEpochSecond());
        String nonce = Long.toHexString(chance.nextLong());
        HttpRequest request = HttpRequest.newBuilder(URI.create(node.url() + "/api/notices/payments/sandbox/" + token))
                .timeout(Duration.ofSeconds(20)).header("Content-Type", "application/json").header("Sandbox-Timestamp", time)
                .header("Sandbox-Nonce", nonce).header("Sandbox-Signature", sign(notice.secret(), time + "\n" + nonce + "\n" + notice.body() + "\n"))
                .POST(HttpRequest.BodyPublishers.ofString(notice.body())).build();
        return HTTP.sendAsync(request, BodyHandlers.discarding()).handle((answer, away) -> answer == null ? 0 : answer.statusCode());
    }

    private List<String> outcome(List<CompletableFuture<Integer>> answers) {
        Map<String, Integer> seen = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            Sent notice = sent.get(i);
            int status = answers.get(i).join();
            seen.merge(notice.manner() + " " + status, 1, Integer::sum);
            if (status == 200) {
                field.noticesHeard.add(notice.event());
            }
            if (status != notice.due() && status != 0 && status != 503) {
                wrong.add(notice.manner() + " notice answered " + status + " in place of " + notice.due());
            }
        }
        field.diary.note("F6", sent.size() + " notices at once: " + seen);
        return wrong;
    }

    private static String sign(String secret, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

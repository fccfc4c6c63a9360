package dev.afterflow.faults;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.afterflow.cluster.Cluster;
import dev.afterflow.cluster.Node;
import dev.afterflow.cluster.Patience;
import dev.afterflow.cluster.Proxy;
import dev.afterflow.cluster.Sandbox;
import dev.afterflow.security.Visitor;
import dev.afterflow.faults.Claimants.Claimed;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The carriers outside: the played service for work orders and tracking behind the cluster's network, and a mail server behind one of its own. */
final class CarrierWorld implements AutoCloseable {

    private static final Pattern SUM = Pattern.compile("申请金额：(\\d+)\\.(\\d\\d) CNY");
    private static final JsonMapper JSON = JsonMapper.shared();

    final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    final Proxy toMail;
    final Books books;
    private final Cluster cluster;
    private final Set<String> delivered = new HashSet<>();
    private final AtomicInteger scans = new AtomicInteger();
    /** Scans whose push the house answered with 200, and scans of a forged one. */
    private final Map<String, String> told = new TreeMap<>();

    CarrierWorld(Cluster cluster) {
        this.cluster = cluster;
        this.books = new Books(cluster.sandbox().books(), Sandbox.BOOKS);
        mail.start();
        toMail = new Proxy(mail.getSmtp().getPort());
    }

    /** What the nodes need to know to reach it. */
    Map<String, String> settings(int noticesTo) {
        String service = "http://127.0.0.1:" + cluster.world().port() + "/sandbox/kuaidi";
        Map<String, String> settings = new TreeMap<>(Field.SETTINGS);
        settings.putAll(Map.of("afterflow.carriers.kuaidi.url", service, "afterflow.carriers.kuaidi.work-url", service, "afterflow.carriers.kuaidi.customer", "DEMOCUSTOMER",
                "afterflow.carriers.kuaidi.key", "kuaidi-demo-key", "afterflow.carriers.kuaidi.secret", "kuaidi-demo-secret",
                "afterflow.carriers.kuaidi.types", "CHASE=1,INTERCEPT=2,CLAIM=3,APPEAL=4", "afterflow.carriers.notify-base", "http://127.0.0.1:" + noticesTo,
                "afterflow.carriers.window", "20s", "afterflow.carriers.open-for", "5s"));
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", String.valueOf(toMail.port()));
        return settings;
    }

    /** The shop's letters to a carrier go to this address. */
    void letters(Node node) {
        Visitor.Answer answer = Visitor.as("admin", node.port()).put("/api/connections/" + Buyers.SHOP + "/carrier-mail",
                "{\"settings\":{\"ups\":\"claims@ups.example\"},\"secrets\":{},\"inUse\":true}");
        if (answer.status() != 200) {
            throw new IllegalStateException("no address for letters: " + answer.status() + " " + answer.body());
        }
    }

    void weather(String carrier, String sky) {
        cluster.sandbox().press("carriers/weather", "{\"carrier\":\"" + carrier + "\",\"sky\":\"" + sky + "\"}").orElseThrow();
    }

    /** A parcel is scanned and pushed so: once, twice, late or forged. */
    void scan(String waybill, String how) {
        String words = "【中转站】第" + scans.incrementAndGet() + "次扫描";
        cluster.sandbox().press("carriers/scan", JSON.writeValueAsString(Map.of("waybill", waybill, "carrier", waybill.startsWith("ST") ? "shentong" : "yuantong", "code", "1002",
                "words", words, "how", how))).map(JSON::readTree).filter(pushed -> pushed.path("status").asInt() == 200).ifPresent(pushed -> told.put(words, waybill));
    }

    Map<String, String> toldScans() {
        return Map.copyOf(told);
    }

    /** The carriers' mail rooms open what came: each letter is a claim like those that came as work orders. */
    void openMail(List<Claimed> claims) {
        for (MimeMessage letter : mail.getReceivedMessages()) {
            String subject = subject(letter);
            claims.stream().filter(claim -> subject.contains(claim.claimNo())).findFirst().filter(claim -> delivered.add(claim.claimNo())).ifPresent(claim ->
                    cluster.sandbox().press("carriers/letter", JSON.writeValueAsString(Map.of("carrier", claim.carrier(), "waybill", claim.waybill(), "number", claim.claimNo(),
                            "minor", minor(letter)))).orElseThrow());
        }
    }

    /** How many letters came about each claim. */
    Map<String, Long> letters(List<Claimed> claims) {
        Map<String, Long> letters = new TreeMap<>();
        Arrays.stream(mail.getReceivedMessages()).map(CarrierWorld::subject).forEach(subject -> claims.stream().filter(claim -> subject.contains(claim.claimNo()))
                .forEach(claim -> letters.merge(claim.claimNo(), 1L, Long::sum)));
        return letters;
    }

    private static String subject(MimeMessage letter) {
        try {
            return letter.getSubject();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The sum as a clerk reads it off the letter. */
    private static long minor(MimeMessage letter) {
        Matcher sum = SUM.matcher(text(letter));
        if (!sum.find()) {
            throw new IllegalStateException("no sum in a letter");
        }
        return Long.parseLong(sum.group(1)) * 100 + Long.parseLong(sum.group(2));
    }

    private static String text(MimeMessage letter) {
        try {
            return letter.getContent() instanceof MimeMultipart parts ? words(parts) : String.valueOf(letter.getContent());
        } catch (IOException | MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String words(MimeMultipart parts) throws MessagingException, IOException {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < parts.getCount(); i++) {
            Object content = parts.getBodyPart(i).getContent();
            words.append(content instanceof MimeMultipart inner ? words(inner) : content instanceof String text ? text : "");
        }
        return words.toString();
    }

    /** Every claim that reached its carrier is answered and paid by the seed; answers and lines are brought to either node until it has them, some twice. */
    void answerAndPay(long seed, List<Node> nodes, Buyers door) {
        List<String> numbers = books.ask("select distinct reference from sandbox.work_order where value_minor is not null and reference is not null order by reference");
        JsonNode post = JSON.readTree(cluster.sandbox().press("carriers/play", JSON.writeValueAsString(Map.of("seed", seed, "numbers", numbers))).orElseThrow());
        post.path("answers").forEach(row -> bring(nodes, door, "answers", row));
        List<JsonNode> lines = new ArrayList<>();
        post.path("settlements").forEach(lines::add);
        lines.stream().filter(line -> !line.has("reverses")).forEach(row -> bring(nodes, door, "settlements", row));
        lines.stream().filter(line -> line.has("reverses")).forEach(row -> bring(nodes, door, "settlements", row));
    }

    private static void bring(List<Node> nodes, Buyers door, String kind, JsonNode row) {
        for (Node node : nodes) {
            Patience.until(kind + " " + row, Duration.ofSeconds(60), () -> door.tell(node, kind, row.toString()));
        }
    }

    @Override
    public void close() {
        toMail.close();
        mail.stop();
    }
}

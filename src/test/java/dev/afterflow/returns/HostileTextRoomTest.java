package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Attack A-11 at the server's side: script, markup and markdown of a buyer come back as the plain text they are. */
@RoomTest
class HostileTextRoomTest extends CounterRoom {

    private static final String PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private static final String EVIL = "<svg/onload=alert(1)>'><script>alert(2)</script> [点我](javascript:alert(3)) ![x](https://evil.example/p.png) {{buyerWords}}";

    @Test
    void whatABuyerWroteIsDataInJsonNeverMarkupAndNeverPartOfAForm() {
        counter.sells("X-1", 9_900, true);
        counter.tell("requests", """
                {"requestId":"Q-X-1","version":"1","orderId":"X-1","kind":"REFUND_ONLY","askedRemedy":"refund","reasonCode":"未收到货","reasonText":"%s",
                 "goodsReceived":false,"lines":[],"askedAmount":null,"createdAt":"%s","platformDeadline":null,"status":"OPEN"}
                """.formatted(EVIL, Counter.days(0)));
        String number = counter.row("select number from cases.case_file where shop_id = :shop and order_id = :key", "X-1");
        counter.writes(number, EVIL);

        for (String path : List.of("/api/cases/" + number, "/api/cases/" + number + "/messages", "/api/cases/" + number + "/timeline", "/api/cases?q=X-1")) {
            Visitor.Answer answer = counter.as("lin").get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.header("Content-Type")).as(path).startsWith("application/json");
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
        }
        assertThat(counter.as("lin").get("/api/cases/" + number).json().at("/case/reasonText").asString()).isEqualTo(EVIL);
        JsonNode opened = counter.opened("lin", number, "reviewRequest");
        assertThat(opened.at("/data/buyerWords").asString()).isEqualTo(EVIL);
        assertThat(opened.path("form").toString()).as("the form itself has no word of the buyer").isNotEmpty().doesNotContain("onload", "evil.example");
    }

    @Test
    void aFileKeepsItsNameAsTextAndIsSentSoThatNothingInItRuns() {
        counter.sells("X-2", 9_900, true);
        String number = counter.asks("X-2", "未收到货", "1", "OPEN");
        Visitor.Answer kept = counter.as("lin").upload("/api/cases/" + number + "/evidence",
                List.of(new Visitor.Part("file", "'><img src=x onerror=alert(1)>.png", "image/png", Base64.getDecoder().decode(PICTURE))));
        assertThat(kept.status()).as(kept.body()).isBetween(200, 201);
        Visitor.Answer file = counter.as("lin").get("/api/evidence/" + kept.json().get(0).path("id").asString());
        assertThat(file.header("Content-Type")).isEqualTo("image/png");
        assertThat(file.header("Content-Disposition")).contains("filename*=UTF-8''%27%3E%3Cimg").doesNotContain("\r", "\n");
        assertThat(file.header("Content-Security-Policy")).contains("sandbox");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");

        Visitor.Answer script = counter.as("lin").upload("/api/cases/" + number + "/evidence",
                List.of(new Visitor.Part("file", "page.png", "image/png", "<script>alert(1)</script>".getBytes())));
        assertThat(script.status()).as("a page that calls itself a picture").isBetween(400, 499);
    }

    @Test
    void anErrorThatRepeatsWhatWasSentIsJsonToo() {
        Visitor.Answer answer = counter.as("lin").get("/api/cases?after=%3Cscript%3Ealert(1)%3C/script%3E");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain("<script>");
    }

    /** Texts of a form are read as markdown after data was put in them, so none may ask for data; nothing else may show markup. */
    @Test
    void noFormPutsDataIntoATextOrShowsMarkup() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> forms = Files.walk(Path.of("forms"))) {
            List<Path> all = forms.filter(path -> path.toString().endsWith(".form")).toList();
            assertThat(all).hasSizeGreaterThan(10);
            for (Path form : all) {
                look(form, json.readTree(Files.readString(form)).path("components"), wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void look(Path form, JsonNode components, List<String> wrong) {
        for (JsonNode component : components) {
            String type = component.path("type").asString();
            String shown = component.path("text").asString("") + component.path("label").asString("") + component.path("description").asString("")
                    + component.path("properties");
            boolean asks = shown.contains("{{") || component.path("text").asString("").startsWith("=") || component.path("label").asString("").startsWith("=");
            if (asks || List.of("html", "iframe", "image", "documentPreview").contains(type)) {
                wrong.add(form.getFileName() + ": " + component);
            }
            look(form, component.path("components"), wrong);
        }
    }
}

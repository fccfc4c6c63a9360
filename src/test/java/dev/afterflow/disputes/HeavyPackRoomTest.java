package dev.afterflow.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.Household;
import dev.afterflow.RoomTest;
import dev.afterflow.pictures.Snapshot;
import dev.afterflow.security.Visitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A pack of photographs from a telephone: its PDF is light enough for a bank, the ZIP holds them as they are kept, by hash. */
@RoomTest
class HeavyPackRoomTest extends Household {

    private static final long BANK = 5 * 1024 * 1024;

    @Autowired
    RuntimeService runtime;
    @Autowired
    ManagementService jobs;
    DisputeStand stand;

    @BeforeAll
    void open() {
        stand = new DisputeStand(shops, intake, json, sql, transaction, runtime, jobs, port);
    }

    private List<String> photographs(String number) {
        List<Visitor.Part> files = IntStream.range(0, 3).mapToObj(n -> new Visitor.Part("file", "门口照片" + n + ".jpg", "image/jpeg", Snapshot.of(2_000, 1_400 + n, "jpg"))).toList();
        Visitor.Answer added = stand.as("lin").upload("/api/cases/" + number + "/evidence", files);
        assertThat(added.status()).as(added.body()).isBetween(200, 201);
        return added.json().valueStream().map(file -> file.path("id").asString()).toList();
    }

    private byte[] bytes(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = stand.as("lin").http().send(stand.as("lin").request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void heavyPhotographsAreDrawnSmallerInThePdfAndKeptAsTheyAreInTheZip() throws IOException, InterruptedException {
        stand.arrived("HP1", 9_900);
        String number = stand.disputed("HP1", "PLATFORM", "NOT_RECEIVED", Duration.ofHours(48));
        stand.done("lin", number, "decideDispute", Map.of("position", "CONTEST", "note", "有签收凭证"));
        String files = photographs(number).stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
        assertThat(stand.as("lin").put("/api/cases/" + number + "/dispute/items/DELIVERY_PROOF", "{\"files\":[" + files + "]}").status()).isEqualTo(204);
        stand.done("lin", number, "gatherEvidence", Map.of("statement", "收件人门口照片见附件。"));

        byte[] pdf = bytes("/api/cases/" + number + "/dispute/packs/1.pdf");
        Map<String, byte[]> kept = unzipped(bytes("/api/cases/" + number + "/dispute/packs/1.zip"));
        long heavy = kept.entrySet().stream().filter(file -> file.getKey().endsWith(".jpg")).mapToLong(file -> file.getValue().length).sum();
        assertThat(heavy).as("together more than a bank takes").isGreaterThan(BANK);
        assertThat((long) pdf.length).isLessThan(4_000_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("此处为缩小图，原图在 ZIP 中");
        }
        for (JsonNode entry : stand.as("lin").get("/api/cases/" + number + "/dispute").json().at("/packs/0/manifest")) {
            assertThat(DigestUtils.sha256Hex(kept.get(entry.path("name").asString()))).isEqualTo(entry.path("sha256").asString());
        }
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}

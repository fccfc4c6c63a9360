package dev.afterflow.engine;

import static dev.afterflow.engine.Canary.CALL;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Ways around a guard that reads the file other than the engine does, and files that are an attack as a whole. */
final class FileAttacks {

    private static final String EVIL = "${" + CALL + "}";
    private static final String LOOK = "<bpmn:userTask id=\"step\"/>";
    private static final String PROBE = "<bpmn:serviceTask id=\"step\" camunda:delegateExpression=\"${probe}\"/>";

    private FileAttacks() {
    }

    static Stream<Attack> bypasses() {
        return Stream.of(
                Attack.step("alias of the namespace", "guard.namespace", "<bpmn:serviceTask id=\"step\" xmlns:a=\"http://activiti.org/bpmn\" a:class=\"dev.afterflow.engine.Canary\"/>", PROBE),
                Attack.step("another prefix for the namespace", "guard.attribute", "<bpmn:serviceTask id=\"step\" xmlns:z=\"http://camunda.org/schema/1.0/bpmn\" z:class=\"dev.afterflow.engine.Canary\"/>", PROBE),
                named("upper-case extension", "processes/engine/t-upper-case-extension.BPMN"),
                named("old extension", "processes/engine/t-old-extension.bpmn20.xml"),
                named("extension within the name", "processes/engine/t-x.bpmn.exe"),
                named("path out of the folder", "processes/../../t-out.bpmn"),
                encoded("utf-16", StandardCharsets.UTF_16, "UTF-16"),
                encoded("utf-16 that says utf-8", StandardCharsets.UTF_16LE, "UTF-8"),
                encoded("latin-1", StandardCharsets.ISO_8859_1, "ISO-8859-1"),
                Attack.step("deferred expression", "guard.expression", "<bpmn:serviceTask id=\"step\" camunda:delegateExpression=\"#{" + CALL + "}\"/>", PROBE),
                documented("cdata", "<![CDATA[" + EVIL + "]]>"),
                documented("comment inside the expression", "$<!-- -->{" + CALL + "}"),
                documented("character reference", "&#36;{" + CALL + "}"),
                documented("hexadecimal character reference", "$&#x7b;" + CALL + "}"),
                Attack.at("step/documentation", "mixed content", "guard.text", "<bpmn:userTask id=\"step\"><bpmn:documentation>看<bpmn:text>x</bpmn:text>" + EVIL + "</bpmn:documentation></bpmn:userTask>",
                        "<bpmn:userTask id=\"step\"><bpmn:documentation>看 / Look</bpmn:documentation></bpmn:userTask>"),
                Attack.at("step", "text beside the elements", "guard.text", "<bpmn:userTask id=\"step\">" + EVIL + "</bpmn:userTask>", LOOK),
                Attack.at("step", "decoration that carries an expression", "guard.expression", "<bpmn:userTask id=\"step\" xmlns:c=\"http://www.omg.org/spec/BPMN/non-normative/color/1.0\" c:background-color=\"" + EVIL + "\"/>",
                        "<bpmn:userTask id=\"step\" xmlns:c=\"http://www.omg.org/spec/BPMN/non-normative/color/1.0\" c:background-color=\"#aabbcc\"/>"));
    }

    static Stream<Attack> files() {
        String text = Models.around("t-file", LOOK).text();
        StringBuilder laughs = new StringBuilder("<!DOCTYPE d [<!ENTITY a \"ha\">");
        for (char c = 'b'; c < 'k'; c++) {
            laughs.append("<!ENTITY ").append(c).append(" \"").append(("&" + (char) (c - 1) + ";").repeat(10)).append("\">");
        }
        return Stream.of(
                whole("document type", text.replace("<bpmn:definitions", "<!DOCTYPE bpmn:definitions><bpmn:definitions"), "line ", "guard.doctype"),
                whole("external entity", text.replace("<bpmn:definitions", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><bpmn:definitions").replace("试验", "&x;"), "line ", "guard.doctype"),
                whole("entity over the net", text.replace("<bpmn:definitions", "<!DOCTYPE d SYSTEM \"" + Canary.URL + "/d.dtd\"><bpmn:definitions"), "line ", "guard.doctype"),
                whole("billion laughs", text.replace("<bpmn:definitions", laughs + "]><bpmn:definitions").replace("试验", "&j;"), "line ", "guard.doctype"),
                whole("processing instruction", text.replace("<bpmn:definitions", "<?xml-stylesheet href=\"" + Canary.URL + "\"?><bpmn:definitions"), "line ", "guard.doctype"),
                whole("no schema location", text.replace("id=\"definitions\"", "id=\"definitions\" xsi:noNamespaceSchemaLocation=\"" + Canary.URL + "\""), "definitions", "guard.attribute"),
                whole("torn file", text.substring(0, 600), "line ", "guard.xml"),
                whole("other root", "<html/>", "html", "guard.element"),
                whole("deeper than any model", text.replace("<bpmn:extensionElements/>", "").replace("<bpmn:startEvent id=\"begun\"/>", "<bpmn:startEvent id=\"begun\">" + "<bpmn:extensionElements>".repeat(70) + "</bpmn:extensionElements>".repeat(70) + "</bpmn:startEvent>"), "line ", "guard.size"),
                whole("more elements than any model", text.replace("</bpmn:process>", "<bpmn:association id=\"a\"/>".repeat(20_000) + "</bpmn:process>"), "line ", "guard.size"),
                whole("larger than any model", text.replace("</bpmn:process>", "<!--" + "x".repeat(1_100_000) + "--></bpmn:process>"), "processes/engine/", "guard.size"),
                whole("byte order mark", "\uFEFF" + text, "processes/engine/", "guard.encoding"));
    }

    private static Attack documented(String name, String text) {
        return Attack.at("step/documentation", name, "guard.expression", "<bpmn:userTask id=\"step\"><bpmn:documentation>" + text + "</bpmn:documentation></bpmn:userTask>",
                "<bpmn:userTask id=\"step\"><bpmn:documentation><![CDATA[看 & 想 / Look & think]]></bpmn:documentation></bpmn:userTask>");
    }

    private static Attack named(String name, String file) {
        return Attack.of(name, new ModelFile(file, Models.around("t-evil", "<bpmn:serviceTask id=\"step\" camunda:class=\"dev.afterflow.engine.Canary\"/>").content()), file, "guard.file", Models.around(Attack.slug(name), LOOK));
    }

    private static Attack encoded(String name, Charset charset, String declared) {
        ModelFile twin = Models.around(Attack.slug(name), LOOK);
        String text = Models.around(Attack.slug(name), "<bpmn:serviceTask id=\"step\" camunda:class=\"dev.afterflow.engine.Canary\"/>").text().replace("encoding=\"UTF-8\"", "encoding=\"" + declared + "\"").replace("试验", "x");
        return Attack.of(name, new ModelFile(twin.name(), text.getBytes(charset)), charset == StandardCharsets.ISO_8859_1 ? "line 1" : twin.name(), "guard.encoding", twin);
    }

    private static Attack whole(String name, String text, String element, String rule) {
        ModelFile twin = Models.around(Attack.slug(name), LOOK);
        return Attack.of(name, ModelFile.of(twin.name(), text.replace("t-file", Attack.slug(name))), element, rule, twin);
    }
}

package dev.afterflow.engine;

import java.util.stream.Stream;

/** Forms that try to run, to load or to stand in for something. */
final class FormAttacks {

    private static final String FINE = "{\"type\":\"textfield\",\"id\":\"Field_note\",\"key\":\"note\",\"label\":\"备注\",\"properties\":{\"label.en\":\"Note\"},\"validate\":{\"pattern\":\"^[0-9]+$\",\"maxLength\":20}}";

    private FormAttacks() {
    }

    static Stream<Attack> all() {
        return Stream.of(
                component("html component", "{\"type\":\"html\",\"id\":\"F\",\"content\":\"<b>x</b>\"}", "guard.component"),
                component("frame", "{\"type\":\"iframe\",\"id\":\"F\",\"label\":\"x\",\"url\":\"" + Canary.URL + "\"}", "guard.component"),
                component("picture from elsewhere", "{\"type\":\"image\",\"id\":\"F\",\"source\":\"" + Canary.URL + "/p.png\"}", "guard.component"),
                component("expression component", "{\"type\":\"expression\",\"id\":\"F\",\"key\":\"x\",\"expression\":\"=1\"}", "guard.component"),
                component("document preview", "{\"type\":\"documentPreview\",\"id\":\"F\"}", "guard.component"),
                component("button with an action", "{\"type\":\"button\",\"id\":\"F\",\"action\":\"submit\"}", "guard.component"),
                field("script in a label", "\"备注\"", "\"<img src=x onerror=alert(1)>\"", "guard.formText"),
                field("picture in a text", "\"备注\"", "\"![x](https://evil.example/p.png)\"", "guard.formText"),
                field("script in a link", "\"备注\"", "\"[x](javascript:alert(1))\"", "guard.formText"),
                field("data in a template", "\"备注\"", "\"{{buyerText}}\"", "guard.formText"),
                field("expression in a label", "\"备注\"", "\"${'x'}\"", "guard.formText"),
                field("feel loop", "\"备注\"", "\"=for i in 1..100000000 return i\"", "guard.feel"),
                field("pattern that never ends", "^[0-9]+$", "^(a+)+$", "guard.pattern"),
                field("pattern of its own", "^[0-9]+$", "^.{1,9}x$", "guard.pattern"),
                field("key that is the prototype", "\"note\"", "\"__proto__\"", "guard.formName"),
                field("key that is the constructor", "\"note\"", "\"constructor\"", "guard.formName"),
                field("id that reaches into the page", "Field_note\"", "document.cookie\"", "guard.formName"),
                field("class of its own", "\"type\":\"textfield\"", "\"type\":\"textfield\",\"class\":\"x\"", "guard.formKey"),
                field("handler of its own", "\"type\":\"textfield\"", "\"type\":\"textfield\",\"onclick\":\"x()\"", "guard.formKey"),
                field("key twice", "\"key\":\"note\"", "\"key\":\"note\",\"key\":\"other\"", "guard.form"),
                field("deep as a well", "\"maxLength\":20", "\"maxLength\":" + "[".repeat(60) + "]".repeat(60), "guard.form"),
                field("no json at all", "{\"type\":\"textfield\"", "<form", "guard.form"),
                field("larger than any form", "备注", "长".repeat(80_000), "guard.size"));
    }

    private static Attack component(String name, String component, String rule) {
        return of(name, FINE + "," + component, rule);
    }

    private static Attack field(String name, String good, String bad, String rule) {
        return of(name, FINE.replace(good, bad), rule);
    }

    private static Attack of(String name, String components, String rule) {
        String id = "t" + Math.abs(name.hashCode());
        boolean whole = rule.equals("guard.form") || rule.equals("guard.size");
        String element = whole ? id : components.contains("\"id\":\"F\"") ? "F" : components.contains("document.cookie") ? "document.cookie" : "Field_note";
        return Attack.of(name, form(id, components), element, rule, form(id, FINE));
    }

    private static ModelFile form(String id, String components) {
        return ModelFile.of("forms/engine/" + id + ".form", "{\"type\":\"default\",\"id\":\"" + id + "\",\"schemaVersion\":19,\"components\":[" + components + "]}");
    }
}

package dev.afterflow.studio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Walks a process or a table that the guard has read before; fetches and expands nothing. */
final class Model {

    private Model() {
    }

    static Element read(byte[] content) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(content)).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("Not a model", e);
        }
    }

    static Stream<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children.stream();
    }

    static Stream<Element> children(Element parent, String localName) {
        return children(parent).filter(child -> child.getLocalName().equals(localName));
    }

    static Stream<Element> all(Element top) {
        return Stream.concat(Stream.of(top), children(top).flatMap(Model::all));
    }

    static Stream<Element> all(Element top, String localName) {
        return all(top).filter(element -> element.getLocalName().equals(localName));
    }

    /** An attribute by its local name, whatever its namespace; empty if it is not there. */
    static String attribute(Element element, String localName) {
        return attributes(element).filter(attribute -> attribute.getLocalName().equals(localName)).map(Attr::getValue).findFirst().orElse("");
    }

    static Stream<Attr> attributes(Element element) {
        List<Attr> attributes = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                attributes.add(attribute);
            }
        }
        return attributes.stream();
    }

    /** The element's own text, wherever comments part it. */
    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString().strip();
    }

    static String textOf(Element parent, String localName) {
        return children(parent, localName).findFirst().map(Model::text).orElse("");
    }

    /** The name in both languages: Chinese stands in {@code name}, English in the property {@code label.en}. */
    static Said name(Element element) {
        String zh = attribute(element, "name");
        Optional<String> en = children(element, "extensionElements").flatMap(more -> children(more, "properties"))
                .flatMap(properties -> children(properties, "property"))
                .filter(property -> attribute(property, "name").equals("label.en")).map(property -> attribute(property, "value")).findFirst();
        return new Said(zh, en.orElse(zh));
    }
}

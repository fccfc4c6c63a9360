package dev.afterflow.engine;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a model before the engine does, in a way that fetches nothing, expands nothing and has an end. */
class ModelReader {

    private static final int MOST_BYTES = 1024 * 1024;
    private static final int DEEPEST = 64;
    private static final int MOST_NODES = 20_000;
    private static final Pattern NAME = Pattern.compile("(processes/[a-z]+/[a-z][a-z0-9-]*\\.(bpmn|dmn))|(forms/[a-z]+/[a-z][A-Za-z0-9]*\\.form)");

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    ModelReader() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
    }

    /** Checks name, size and letters of any file of the rule book. */
    static void checkFile(ModelFile file) {
        if (!NAME.matcher(file.name()).matches()) {
            throw new Unreadable(file, file.name(), "guard.file", "A model is processes/<room>/<id>.bpmn or .dmn, or forms/<room>/<id>.form, written exactly so");
        }
        if (file.content().length > MOST_BYTES) {
            throw new Unreadable(file, file.name(), "guard.size", "A model has at most 1 MB, this one has " + file.content().length + " bytes");
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.content())).toString();
            if (text.indexOf('\0') >= 0 || text.startsWith("\uFEFF")) {
                throw new Unreadable(file, file.name(), "guard.encoding", "A model is plain UTF-8 without NUL and byte order mark");
            }
        } catch (CharacterCodingException e) {
            throw new Unreadable(file, file.name(), "guard.encoding", "A model is written in UTF-8");
        }
    }

    /** The root element; throws {@link Unreadable} with the rule that was broken. */
    Xml read(ModelFile file) {
        checkFile(file);
        try {
            return read(file, factory.createXMLStreamReader(new ByteArrayInputStream(file.content()), "UTF-8"));
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new Unreadable(file, "line " + line, "guard.xml", "Not well-formed: " + firstLine(e.getMessage()));
        }
    }

    private static Xml read(ModelFile file, XMLStreamReader xml) throws XMLStreamException {
        String declared = xml.getCharacterEncodingScheme();
        if (declared != null && !declared.equalsIgnoreCase("UTF-8")) {
            throw new Unreadable(file, "line 1", "guard.encoding", "The file says it is " + declared + ", a model is UTF-8");
        }
        Xml root = null;
        Xml at = null;
        int nodes = 0;
        for (int depth = 0; xml.hasNext(); ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                nodes += 1 + xml.getAttributeCount();
                depth++;
                if (depth > DEEPEST || nodes > MOST_NODES) {
                    throw new Unreadable(file, "line " + xml.getLocation().getLineNumber(), "guard.size",
                            "A model is at most 64 elements deep and has at most 20,000 elements and attributes");
                }
                at = element(xml, at);
                root = root == null ? at : root;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                at = at.parent;
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                if (at != null) {
                    at.addText(xml.getText());
                }
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE || event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
                throw new Unreadable(file, "line " + xml.getLocation().getLineNumber(), "guard.doctype",
                        "A model has no document type, no entities and no processing instructions");
            }
        }
        return root;
    }

    private static Xml element(XMLStreamReader xml, Xml parent) {
        Xml element = new Xml(Xml.name(xml.getNamespaceURI(), xml.getLocalName()), parent, xml.getLocation().getLineNumber());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            element.attributes.put(Xml.name(xml.getAttributeNamespace(i), xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
        }
        if (parent != null) {
            parent.children.add(element);
        }
        return element;
    }

    private static String firstLine(String message) {
        return message == null ? "unknown" : message.lines().filter(line -> !line.startsWith("ParseError")).findFirst().orElse(message).replace("Message: ", "");
    }
}

"""The workbench: pages as readers will get them, with what translators need to know beside each block."""
